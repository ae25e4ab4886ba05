import RandomVariates
import Testing

@Suite struct ZipfTests {
  @Test("The sum of weights is the generalized harmonic number")
  func sums() {
    #expect(abs(Zipf.sum(count: 1000, exponent: 1) - 7.48547086055) < 1e-11)
    #expect(abs(Zipf.sum(count: 100_000, exponent: 1.1) - 7.42217238592) < 1e-11)
    #expect(Zipf.sum(count: 10, exponent: 0) == 10)
  }

  @Test("The top 20 % of 1000 SKUs make 78.5 % of sales")
  func topShare() {
    let weights = Zipf.weights(count: 1000, exponent: 1)
    let share = weights[..<200].reduce(0, +) / Zipf.sum(count: 1000, exponent: 1)
    #expect(abs(share - 0.785258677460) < 1e-12)
  }
}
