import Quantities
import Testing

@Suite struct RoundingTests {
  @Test("Seconds become the nearest microsecond, halves away from zero, as `rounded()` has it")
  func nearest() {
    var word: UInt64 = 1
    var differences = 0
    for i in 0..<200_000 {
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let half = Double(Int64(bitPattern: word) >> (20 + i % 40)) + 0.5
      // Beyond 2^52 a half more would be rounded to the even neighbour.
      let large = 0x1p52 + Double(2 * i + 1)
      for microseconds in [half, half.nextUp, half.nextDown, half - 0.5, large] {
        // Division and product do not always give the same number back: compare what is really rounded.
        let seconds = microseconds * 1e-6
        let expected = Int64((seconds * 1e6).rounded())
        if TimeSpan(seconds: seconds).microseconds != expected { differences += 1 }
      }
    }
    #expect(differences == 0)
    #expect(TimeSpan(seconds: -2.5e-6).microseconds == -3)
  }
}
