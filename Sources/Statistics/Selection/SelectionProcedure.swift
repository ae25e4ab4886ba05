/// A procedure that finds the system with the largest mean, as a value that says what it wants
/// replicated next.
///
/// It never runs anything itself, so that whoever drives it may replicate in parallel.
public protocol SelectionProcedure: Sendable {
  /// Systems to replicate next, and which of their replications; empty once it is decided.
  var wanted: [Replications] { get }

  /// Takes what was wanted.
  ///
  /// - Parameter values: By entry of ``wanted``, then by replication.
  mutating func take(_ values: [[Double]])

  /// The system that is selected; nil while something is wanted.
  var selected: Int? { get }

  /// Systems not yet ruled out.
  var survivors: [Int] { get }

  /// What is promised, and under which conditions.
  var guarantee: SelectionGuarantee { get }
}

/// Some replications of one system.
public struct Replications: Sendable, Hashable {
  public var system: Int
  public var range: Range<Int>

  public init(system: Int, range: Range<Int>) {
    self.system = system
    self.range = range
  }
}

/// What a selection promises.
public enum SelectionGuarantee: Sendable, Hashable {
  /// With this probability the selected system is the best, or within the indifference of it.
  case goodSelection(probability: Double, indifference: Double)
  /// None: the budget was spent where it was likely to help.
  case none
}

extension SelectionProcedure {
  /// Runs to the end with values from a function of (system, replication).
  ///
  /// - Returns: The selected system, and all replications it took.
  public mutating func run(_ value: (Int, Int) -> Double) -> (selected: Int, replications: Int) {
    var total = 0
    while true {
      let wanted = wanted
      if wanted.isEmpty { break }
      total += wanted.reduce(0) { $0 + $1.range.count }
      take(wanted.map { request in request.range.map { value(request.system, $0) } })
    }
    return (selected!, total)
  }
}

/// Running sums of one system.
struct Sample: Sendable, Hashable {
  var count = 0
  var mean = 0.0
  /// Σ(x - x̄)².
  var squares = 0.0

  var variance: Double { count >= 2 ? squares / Double(count - 1) : 0 }

  mutating func add(_ x: Double) {
    count += 1
    let delta = x - mean
    mean += delta / Double(count)
    squares += delta * (x - mean)
  }
}
