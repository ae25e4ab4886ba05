import Store
import Testing

@Suite struct WholeNumbersTests {
  @Test func `numbers come back from their bytes`() {
    var generator = SystemRandomNumberGenerator()
    for length in [0, 1, 2, 100] {
      let numbers = (0..<length).map { _ -> Int64 in
        switch UInt8.random(in: 0...3, using: &generator) {
        case 0, 1: 0
        case 2: Int64.random(in: -100...100, using: &generator)
        default: Int64.random(in: .min ... .max, using: &generator)
        }
      }
      #expect(WholeNumbers.decode(WholeNumbers.encode(numbers)) == numbers)
    }
    let ends: [Int64] = [.min, .max, 0, -1, 1, 0, 0]
    #expect(WholeNumbers.decode(WholeNumbers.encode(ends)) == ends)
  }

  @Test func `a thousand zeros take three bytes`() {
    #expect(WholeNumbers.encode([Int64](repeating: 0, count: 1000)).count == 3)
  }

  @Test func `bytes that are no numbers are refused`() {
    for bytes: [UInt8] in [
      [0x80], [0x00], [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
    ] {
      #expect(WholeNumbers.decode(bytes) == nil)
    }
    #expect(WholeNumbers.decode([0x02, 0x02, 0x02], limit: 2) == nil)
  }
}
