import Experiments
import Testing

@Suite struct FingerprintTests {
  @Test(arguments: [
    ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
  ])
  func `bytes digest to the published FNV-1a values`(text: String, digest: String) {
    var fingerprint = Fingerprint()
    for byte in text.utf8 { fingerprint.add(byte: byte) }
    #expect(fingerprint.description == digest)
  }

  @Test func `a word is its eight bytes, least significant first`() {
    var words = Fingerprint()
    words.add(0x0807_0605_0403_0201)
    var bytes = Fingerprint()
    for byte in UInt8(1)...8 { bytes.add(byte: byte) }
    #expect(words == bytes)
  }
}
