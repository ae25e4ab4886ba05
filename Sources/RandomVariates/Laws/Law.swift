/// A probability law of a quantity, in the caller's base unit.
///
/// A value: two laws are equal if their family, their parameters and their factor are.
public struct Law: Sendable, Hashable, CustomStringConvertible {
  /// Name of the family: "lognormal".
  public let kind: String
  /// What multiplies the family's variate; 1 unless ``scaled(by:)``.
  public let factor: Double
  private let arguments: LawArguments
  private let shape: LawShape

  init(kind: String, arguments: LawArguments, shape: LawShape, factor: Double = 1) {
    self.kind = kind
    self.arguments = arguments
    self.shape = shape
    self.factor = factor
  }

  public var mean: Double { factor * shape.mean }
  /// Infinite for heavy tails: confidence intervals of means then do not hold.
  public var variance: Double { factor * factor * shape.variance }
  /// No variate is below; the largest such number.
  public var lowerBound: Double { factor * shape.lower }
  /// No variate is above; the smallest such number.
  public var upperBound: Double { factor * shape.upper }

  /// Whether every variate is the same.
  public var isConstant: Bool { shape.draw == nil }

  /// The parameters given, in the family's sequence.
  public var parameters: [(name: String, values: [Double])] {
    arguments.all.filter(\.isGiven).map { ($0.name, $0.values) }
  }

  /// As a planner writes it, in the base unit: "lognormal(mean: 180, cv: 0.6)".
  public var description: String {
    let text = "\(kind)(\(arguments.text))"
    return factor == 1 ? text : "\(factor.text) * \(text)"
  }

  /// The law of `factor` times the quantity.
  ///
  /// - Parameter factor: Finite, > 0.
  public func scaled(by factor: Double) -> Law {
    precondition(factor > 0 && factor.isFinite, "a law's factor must be finite and > 0")
    return Law(kind: kind, arguments: arguments, shape: shape, factor: self.factor * factor)
  }

  /// A view that draws without reference counting or allocation; valid while a copy of the law lives.
  public var sampler: LawSampler {
    LawSampler(
      draw: shape.draw, shape.slots.0, shape.slots.1, shape.slots.2, shape.slots.3,
      table: shape.table?.start, factor: factor, form: shape.form)
  }

  /// One variate. In a loop, take the ``sampler`` once.
  public func sample(_ stream: inout RandomStream) -> Double {
    withExtendedLifetime(shape.table) { sampler.sample(&stream) }
  }

  public static func == (a: Law, b: Law) -> Bool {
    a.kind == b.kind && a.factor == b.factor && a.arguments == b.arguments
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(factor)
    hasher.combine(arguments)
  }
}
