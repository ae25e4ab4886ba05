/// A system with whole-numbered decisions, simulated under noise.
public protocol IntegerProblem: Sendable {
  var variables: [IntegerVariable] { get }

  /// What is measured, the same at every point.
  var responses: [ResponseDefinition] { get }

  /// Runs one replication at a point; a pure function, called from several threads.
  ///
  /// - Parameter x: By variable: the place in its values, from 0.
  func replicate(_ x: [Int], replication: Int) -> ReplicationResult
}

/// A decision: low, low + step, … up to high.
public struct IntegerVariable: Sendable, Hashable {
  public var name: String
  public var low: Int
  public var step: Int
  /// Number of values; >= 1.
  public var count: Int

  public init(_ name: String, from low: Int, through high: Int, by step: Int = 1) {
    precondition(low <= high && step >= 1, "a decision has values")
    self.name = name
    self.low = low
    self.step = step
    count = (high - low) / step + 1
  }

  public func value(at place: Int) -> Int { low + place * step }

  /// The place nearest to a value.
  public func place(of value: Int) -> Int {
    min(max(((value - low) * 2 + step) / (2 * step), 0), count - 1)
  }
}

/// A response that has to stay on one side of a limit.
public struct Constraint: Sendable, Hashable {
  public enum Relation: String, Sendable, Hashable {
    case atMost = "<="
    case atLeast = ">="
  }

  public var response: String
  public var relation: Relation
  public var limit: Double

  public init(_ response: String, _ relation: Relation, _ limit: Double) {
    self.response = response
    self.relation = relation
    self.limit = limit
  }

  /// How far beyond the limit; negative inside.
  func excess(of value: Double) -> Double {
    relation == .atMost ? value - limit : limit - value
  }
}
