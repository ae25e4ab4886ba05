/// OCBA step by step: a fixed budget, spent where it is likely to help.
///
/// Promises nothing about the selection; for exploring and for budgets that cannot grow.
///
/// - Source: [chen2000], with increments of Δ replications.
public struct OptimalBudget: SelectionProcedure {
  public let systems: Int
  public let budget: Int
  public let firstStage: Int
  public let increment: Int
  private var samples: [Sample]
  public private(set) var wanted: [Replications]

  /// - Parameters:
  ///   - systems: k >= 1.
  ///   - budget: Replications in all; at least the first stage's are taken.
  ///   - firstStage: Of every system; >= 2.
  ///   - increment: Δ, replications per step; >= 1.
  public init(systems: Int, budget: Int, firstStage: Int = 10, increment: Int = 10) {
    precondition(systems >= 1 && firstStage >= 2 && increment >= 1, "a budget's steps")
    self.systems = systems
    self.budget = budget
    self.firstStage = firstStage
    self.increment = increment
    samples = [Sample](repeating: Sample(), count: systems)
    wanted =
      systems == 1 ? [] : (0..<systems).map { Replications(system: $0, range: 0..<firstStage) }
  }

  public mutating func take(_ values: [[Double]]) {
    for (request, row) in zip(wanted, values) {
      for x in row { samples[request.system].add(x) }
    }
    let spent = samples.reduce(0) { $0 + $1.count }
    let step = min(increment, budget - spent)
    wanted = step > 0 ? next(step, total: spent + step) : []
  }

  /// The step's replications, so that counts approach the shares of the new total; systems that
  /// already have more than theirs get nothing, and the others share what is left.
  private func next(_ step: Int, total: Int) -> [Replications] {
    let shares = BudgetAllocation.ocba(
      means: samples.map(\.mean), deviations: samples.map { $0.variance.squareRoot() })
    var open = Set(samples.indices)
    var targets = [Double](repeating: 0, count: systems)
    while true {
      let frozen = samples.indices.filter { !open.contains($0) }.reduce(0) {
        $0 + samples[$1].count
      }
      let sum = open.sorted().reduce(0) { $0 + shares[$1] }
      for i in open { targets[i] = Double(total - frozen) * shares[i] / sum }
      let over = open.filter { targets[$0] < Double(samples[$0].count) }
      if over.isEmpty { break }
      open.subtract(over)
    }
    // Whole replications by largest remainder.
    var extra = samples.indices.map { i in
      open.contains(i) ? Int(targets[i] - Double(samples[i].count)) : 0
    }
    let order = open.sorted { a, b in
      let ra = targets[a] - targets[a].rounded(.down)
      let rb = targets[b] - targets[b].rounded(.down)
      return ra == rb ? a < b : ra > rb
    }
    var rest = step - extra.reduce(0, +)
    for i in order where rest > 0 {
      extra[i] += 1
      rest -= 1
    }
    return samples.indices.filter { extra[$0] > 0 }.map {
      Replications(system: $0, range: samples[$0].count..<samples[$0].count + extra[$0])
    }
  }

  public var survivors: [Int] { selected.map { [$0] } ?? Array(0..<systems) }

  public var selected: Int? {
    wanted.isEmpty ? samples.indices.max { samples[$0].mean < samples[$1].mean } : nil
  }

  public var guarantee: SelectionGuarantee { .none }
}
