import RandomVariates
import Testing

@Suite struct InversionTableTests {
  /// The first index whose cumulative weight is above u · sum, searched from the start.
  static func search(_ weights: [Double], _ u: Double) -> Int {
    let sum = weights.reduce(0, +)
    var cumulative = 0.0
    for (i, weight) in weights.enumerated() {
      cumulative += weight
      if weight > 0, cumulative / sum > u { return i }
    }
    return weights.lastIndex { $0 > 0 }!
  }

  @Test("The index is that of a search through the whole cdf", arguments: 0..<200)
  func bruteForce(seed: Int) {
    var stream = RandomStream()
    stream.seat(seed: UInt64(seed), purpose: 0, replication: 0, entity: 0)
    let count = 1 + Int(stream.integer(below: 40))
    var weights = (0..<count).map { _ in
      stream.uniform() < 0.3 ? 0 : Double(stream.integer(below: 5)) + stream.uniform()
    }
    weights[Int(stream.integer(below: UInt64(count)))] = 1
    let table = InversionTable(weights: weights)
    var candidates = (0..<500).map { _ in stream.uniform() }
    candidates += [0, 0x1p-53, 0.25, 0.5, 0.75, 1 - 0x1p-53]
    candidates += (0..<count).map { Double($0) / Double(count) }
    candidates += candidates.map(\.nextDown).filter { $0 >= 0 }
    #expect(candidates.allSatisfy { table.index(at: $0) == Self.search(weights, $0) })
  }

  @Test("The index increases with the uniform number")
  func monotone() {
    let table = InversionTable(weights: Zipf.weights(count: 300, exponent: 0.8))
    let indices = (0..<10_000).map { table.index(at: (Double($0) + 0.5) / 10_000) }
    #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(indices.first == 0 && indices.last! >= 298)
  }

  @Test("Frequencies are those of the weights")
  func frequencies() {
    let table = InversionTable(weights: [3, 0, 1, 6])
    var stream = RandomStream()
    let sample = Sample((0..<100_000).map { _ in Double(table.sample(&stream)) })
    #expect(sample.chiSquareTail({ [0.3, 0, 0.1, 0.6][$0] }, from: 0, to: 3) > 1e-4)
  }
}
