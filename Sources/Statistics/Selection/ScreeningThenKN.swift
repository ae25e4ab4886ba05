/// Screens by a first sample, then selects among the rest by KN on fresh replications.
///
/// Half of the error goes to either step. Fresh replications, because KN's constants for the
/// systems left do not hold on the sample that chose them.
public struct ScreeningThenKN: SelectionProcedure {
  private let firstStage: Int
  private let systems: Int
  private let confidence: Double
  private let indifference: Double
  private var kept: [Int]
  private var second: KimNelson?

  /// - Parameters: As for ``KimNelson``.
  public init(
    systems: Int, indifference: Double, confidence: Double = 0.95, firstStage: Int = 20
  ) {
    precondition(systems >= 1 && indifference > 0 && firstStage >= 2, "a selection")
    self.systems = systems
    self.firstStage = firstStage
    self.confidence = confidence
    self.indifference = indifference
    kept = Array(0..<systems)
  }

  public var wanted: [Replications] {
    guard let second else {
      return systems == 1
        ? [] : (0..<systems).map { Replications(system: $0, range: 0..<firstStage) }
    }
    return second.wanted.map { Replications(system: kept[$0.system], range: $0.range) }
  }

  public mutating func take(_ values: [[Double]]) {
    if second != nil {
      second!.take(values)
      return
    }
    let half = (1 + confidence) / 2
    kept = SubsetScreening.kept(values, confidence: half)
    second = KimNelson(
      systems: kept.count, indifference: indifference, confidence: half, firstStage: firstStage,
      start: firstStage)
  }

  public var survivors: [Int] { second.map { $0.survivors.map { kept[$0] } } ?? kept }

  public var selected: Int? { systems == 1 ? 0 : second?.selected.map { kept[$0] } }

  public var guarantee: SelectionGuarantee {
    .goodSelection(probability: confidence, indifference: indifference)
  }
}
