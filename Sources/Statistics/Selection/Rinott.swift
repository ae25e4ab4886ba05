internal import CGSL

/// Rinott's two-stage selection for systems that are replicated independently.
///
/// A check on procedures with common random numbers, and the last step of good selection.
///
/// - Source: [rinott1978].
public struct Rinott: SelectionProcedure {
  public let systems: Int
  public let indifference: Double
  public let confidence: Double
  public let firstStage: Int
  private let h: Double
  private var samples: [Sample]
  private var isSecond = false
  private var isDone: Bool

  /// - Parameters: As for ``KimNelson``; replications of different systems must be independent.
  ///   `h` is computed unless it is known.
  public init(
    systems: Int, indifference: Double, confidence: Double = 0.95, firstStage: Int = 20,
    h: Double? = nil
  ) {
    precondition(systems >= 1 && indifference > 0 && firstStage >= 2, "a selection")
    self.systems = systems
    self.indifference = indifference
    self.confidence = confidence
    self.firstStage = firstStage
    self.h =
      systems == 1
      ? 0 : h ?? Self.h(systems: systems, confidence: confidence, firstStage: firstStage)
    samples = [Sample](repeating: Sample(), count: systems)
    isDone = systems == 1
  }

  /// Rinott's constant: E_y[(E_x Φ(h/√(ν(1/x + 1/y))))^(k-1)] = 1 - α with x, y chi-square with
  /// ν = n₀ - 1 degrees of freedom.
  public static func h(systems: Int, confidence: Double, firstStage: Int) -> Double {
    precondition(systems >= 2 && firstStage >= 2, "two systems and two replications")
    let nu = Double(firstStage - 1)
    let chi = Quadrature.chi(degreesOfFreedom: nu)
    return root(
      of: { h in
        chi.expectation { y in
          let inner = chi.expectation { x in
            gsl_cdf_ugaussian_P(h / (nu * (1 / (x * x) + 1 / (y * y))).squareRoot())
          }
          return power(inner, Double(systems - 1))
        } - confidence
      }, from: 0, to: 1000, tolerance: 1e-11)
  }

  /// Replications a system needs in all: max(n₀, ⌈h²S²/δ²⌉).
  static func total(h: Double, variance: Double, indifference: Double, firstStage: Int) -> Int {
    let needed = (h * h * variance / (indifference * indifference)).rounded(.up)
    return max(firstStage, Int(min(needed, 1e15)))
  }

  public var wanted: [Replications] {
    if isDone { return [] }
    if !isSecond { return (0..<systems).map { Replications(system: $0, range: 0..<firstStage) } }
    return (0..<systems).compactMap { system in
      let total = Self.total(
        h: h, variance: samples[system].variance, indifference: indifference,
        firstStage: firstStage)
      guard total > firstStage else { return nil }
      return Replications(system: system, range: firstStage..<total)
    }
  }

  public mutating func take(_ values: [[Double]]) {
    for (request, row) in zip(wanted, values) {
      for x in row { samples[request.system].add(x) }
    }
    isDone = isSecond
    isSecond = true
    if !isDone && wanted.isEmpty { isDone = true }
  }

  public var survivors: [Int] { selected.map { [$0] } ?? Array(0..<systems) }

  public var selected: Int? {
    isDone ? samples.indices.max { samples[$0].mean < samples[$1].mean } : nil
  }

  public var guarantee: SelectionGuarantee {
    .goodSelection(probability: confidence, indifference: indifference)
  }
}
