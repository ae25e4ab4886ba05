import RandomVariates
import Testing

@Suite struct AliasTableTests {
  @Test(
    "The table has exactly the given probabilities",
    arguments: [[1], [1, 1], [0, 1, 0], [5, 4, 1, 0], Zipf.weights(count: 1000, exponent: 1.1)])
  func probabilities(weights: [Double]) {
    let table = AliasTable(weights: weights)
    let sum = weights.reduce(0, +)
    #expect(
      weights.indices.allSatisfy { abs(table.probability(of: $0) - weights[$0] / sum) < 1e-14 })
  }

  @Test("Frequencies are those of the weights, and weight 0 never comes")
  func frequencies() {
    let table = AliasTable(weights: [3, 0, 1, 6])
    var stream = RandomStream()
    let sampler = table.sampler
    let sample = Sample(
      withExtendedLifetime(table) { (0..<100_000).map { _ in Double(sampler.sample(&stream)) } })
    #expect(sample.chiSquareTail({ [0.3, 0, 0.1, 0.6][$0] }, from: 0, to: 3) > 1e-4)
    #expect(!sample.values.contains(1))
  }

  @Test("1000 draws of Zipf's law meet 333.7 of 1000 SKUs on average")
  func distinct() {
    let table = AliasTable(weights: Zipf.weights(count: 1000, exponent: 1))
    var stream = RandomStream()
    let sample = Sample(
      (0..<1000).map { _ in Double(Set((0..<1000).map { _ in table.sample(&stream) }).count) })
    #expect(abs(sample.meanScore(333.746855699)) < 4)
  }
}
