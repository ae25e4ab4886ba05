internal import CGSL

/// KN: a fully sequential selection that eliminates a system as soon as another is clearly better.
///
/// Replications are paired (common random numbers), and the variances that matter are those of
/// differences. The mean over replications must be close to normal.
///
/// - Source: [kim2001], with c = 1.
public struct KimNelson: SelectionProcedure {
  public let systems: Int
  /// δ: a difference that does not matter.
  public let indifference: Double
  public let confidence: Double
  public let firstStage: Int
  /// First replication it takes: after those that served another purpose.
  public let start: Int
  /// h²η of the continuation region, h² = 2η(n₀ - 1).
  private let h2: Double
  private var sums: [Double]
  /// Variances of differences over the first stage (shape: [systems, systems]).
  private var variances: [Double] = []
  /// Replications taken of every survivor.
  public private(set) var stage = 0
  public private(set) var survivors: [Int]

  /// - Parameters:
  ///   - systems: k >= 1.
  ///   - indifference: δ > 0, in the response's unit.
  ///   - confidence: 1 - α, in (1/k, 1).
  ///   - firstStage: n₀ >= 2; 10 to 20 are usual.
  ///   - start: Number of its first replication.
  public init(
    systems: Int, indifference: Double, confidence: Double = 0.95, firstStage: Int = 20,
    start: Int = 0
  ) {
    precondition(systems >= 1 && indifference > 0 && firstStage >= 2, "a selection")
    self.systems = systems
    self.indifference = indifference
    self.confidence = confidence
    self.firstStage = firstStage
    self.start = start
    h2 =
      systems >= 2
      ? 2 * Double(firstStage - 1)
        * Self.eta(systems: systems, confidence: confidence, firstStage: firstStage) : 0
    sums = [Double](repeating: 0, count: systems)
    survivors = Array(0..<systems)
  }

  /// η = ½((2α/(k - 1))^(-2/(n₀ - 1)) - 1).
  public static func eta(systems: Int, confidence: Double, firstStage: Int) -> Double {
    let share = 2 * (1 - confidence) / Double(systems - 1)
    return (pow(share, -2 / Double(firstStage - 1)) - 1) / 2
  }

  public var wanted: [Replications] {
    if survivors.count == 1 { return [] }
    let range = stage == 0 ? start..<start + firstStage : start + stage..<start + stage + 1
    return survivors.map { Replications(system: $0, range: range) }
  }

  public var selected: Int? { survivors.count == 1 ? survivors[0] : nil }

  public var guarantee: SelectionGuarantee {
    .goodSelection(probability: confidence, indifference: indifference)
  }

  public mutating func take(_ values: [[Double]]) {
    for (system, row) in zip(survivors, values) { for x in row { sums[system] += x } }
    if stage == 0 {
      variances = [Double](repeating: 0, count: systems * systems)
      for i in 0..<systems {
        for l in 0..<i {
          var difference = Sample()
          for r in 0..<firstStage { difference.add(values[i][r] - values[l][r]) }
          variances[i * systems + l] = difference.variance
          variances[l * systems + i] = difference.variance
        }
      }
      stage = firstStage
    } else {
      stage += 1
    }
    screen()
  }

  private mutating func screen() {
    let r = Double(stage)
    let scale = h2 / (indifference * indifference)
    // In sums rather than means: X̄_i < X̄_l - W with W = max(0, δ/2r (h² S²/δ² - r)).
    let kept = survivors.filter { i in
      survivors.allSatisfy { l in
        guard l != i else { return true }
        let w = max(0, indifference / 2 * (scale * variances[i * systems + l] - r))
        if w == 0 && sums[i] == sums[l] { return i < l }
        return sums[i] >= sums[l] - w
      }
    }
    survivors = kept
  }
}
