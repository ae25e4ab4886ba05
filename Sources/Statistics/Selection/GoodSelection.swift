internal import CGSL

/// GSP: selection among many systems, with elimination in rounds and a last step after Rinott.
///
/// Systems are replicated independently of each other. Selects, with the given probability, a
/// system within the indifference of the best, however many are that close.
///
/// - Source: [ni2017], on one group of systems, every replication costing the same.
public struct GoodSelection: SelectionProcedure {
  public let systems: Int
  public let indifference: Double
  public let confidence: Double
  public let firstStage: Int
  public let rounds: Int
  private let eta: Double
  private let h: Double
  private var samples: [Sample]
  /// Over the first stage, by system.
  private var variances: [Double] = []
  private var batches: [Int] = []
  private var round = 0
  private var isFinal = false
  public private(set) var survivors: [Int]
  private var isDone: Bool

  /// - Parameters:
  ///   - systems: k >= 1.
  ///   - indifference: δ > 0, in the response's unit.
  ///   - confidence: 1 - α; half of α goes to elimination, half to the last step.
  ///   - firstStage: n₁; 20 to 50 are usual.
  ///   - rounds: Of elimination; more rounds eliminate earlier.
  ///   - batch: β, mean replications of a system in a round.
  public init(
    systems: Int, indifference: Double, confidence: Double = 0.95, firstStage: Int = 20,
    rounds: Int = 5, batch: Double = 20
  ) {
    precondition(systems >= 1 && indifference > 0 && firstStage >= 2, "a selection")
    precondition(rounds >= 1 && batch > 0, "rounds with replications")
    self.systems = systems
    self.indifference = indifference
    self.confidence = confidence
    self.firstStage = firstStage
    self.rounds = rounds
    meanBatch = batch
    let half = (1 - confidence) / 2
    eta =
      systems == 1 ? 0 : Self.eta(systems: systems, error: half, firstStage: firstStage)
    h =
      systems == 1
      ? 0 : Rinott.h(systems: systems, confidence: 1 - half, firstStage: firstStage)
    samples = [Sample](repeating: Sample(), count: systems)
    survivors = Array(0..<systems)
    isDone = systems == 1
  }
  private let meanBatch: Double

  /// η: E[2Φ̄(η√R)] = 1 - (1 - α₁)^(1/(k-1)), R the smaller of two chi-square variates with n₁ - 1
  /// degrees of freedom.
  public static func eta(systems: Int, error: Double, firstStage: Int) -> Double {
    precondition(systems >= 2 && firstStage >= 2, "two systems and two replications")
    let nu = Double(firstStage - 1)
    let chi = Quadrature.chi(degreesOfFreedom: nu, count: 256)
    let target = -expm1(log1p(-error) / Double(systems - 1))
    return root(
      of: { eta in
        // The smaller of two: density 2 f (1 - F).
        chi.expectation { x in
          2 * gsl_cdf_chisq_Q(x * x, nu) * 2 * gsl_cdf_ugaussian_Q(eta * x)
        } - target
      }, from: 0, to: 100, tolerance: 1e-12)
  }

  public var wanted: [Replications] {
    if isDone { return [] }
    if variances.isEmpty {
      return survivors.map { Replications(system: $0, range: 0..<firstStage) }
    }
    return survivors.compactMap { system in
      let count = samples[system].count
      let end =
        isFinal
        ? Rinott.total(
          h: h, variance: variances[system], indifference: indifference, firstStage: firstStage)
        : count + batches[system]
      return end > count ? Replications(system: system, range: count..<end) : nil
    }
  }

  public mutating func take(_ values: [[Double]]) {
    for (request, row) in zip(wanted, values) {
      for x in row { samples[request.system].add(x) }
    }
    if variances.isEmpty {
      variances = samples.map(\.variance)
      let mean = variances.reduce(0) { $0 + $1.squareRoot() } / Double(systems)
      batches = variances.map {
        mean > 0 ? max(1, Int((meanBatch * $0.squareRoot() / mean).rounded(.up))) : 1
      }
    } else if isFinal {
      isDone = true
      return
    } else {
      round += 1
    }
    eliminate()
    if survivors.count == 1 {
      isDone = true
    } else if round == rounds {
      isFinal = true
      if wanted.isEmpty { isDone = true }
    }
  }

  private mutating func eliminate() {
    let survivors = survivors
    self.survivors = survivors.filter { i in
      survivors.allSatisfy { j in i == j || samples[i].mean >= samples[j].mean || !isWorse(i, j) }
    }
  }

  private func isWorse(_ i: Int, _ j: Int) -> Bool {
    let now =
      variances[i] / Double(samples[i].count) + variances[j] / Double(samples[j].count)
    let end =
      variances[i] / Double(firstStage + rounds * batches[i])
      + variances[j] / Double(firstStage + rounds * batches[j])
    guard now > 0 && end > 0 else { return true }
    let bound = eta * (Double(firstStage - 1) / end).squareRoot()
    return (samples[i].mean - samples[j].mean) / now < -bound
  }

  public var selected: Int? {
    isDone ? survivors.max { samples[$0].mean < samples[$1].mean } : nil
  }

  public var guarantee: SelectionGuarantee {
    .goodSelection(probability: confidence, indifference: indifference)
  }
}
