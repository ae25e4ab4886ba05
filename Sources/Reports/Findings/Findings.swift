public import Experiments

/// What a selection, sweep, sensitivity study or optimization found, as a reader sees it: tables and
/// sentences that every format renders alike.
public struct Findings: Sendable {
  /// Such as "ploy.selection/1".
  public var schema: String
  public var scenario: ScenarioIdentity
  public var version: String
  public var seed: UInt64
  /// Pieces of the headline.
  public var description: [String]
  public var tables: [FindingsTable]
  /// The answer, with what is guaranteed of it.
  public var answer: [String]
  /// What a reader must know before believing the numbers.
  public var notes: [String]
  public var throughput: Throughput
  public var isComplete: Bool
  /// Whether the question has an answer, such as a point that keeps all limits.
  public var isConclusive: Bool

  public init(
    schema: String, scenario: ScenarioIdentity, version: String, seed: UInt64,
    description: [String], tables: [FindingsTable], answer: [String], notes: [String] = [],
    throughput: Throughput, isComplete: Bool, isConclusive: Bool
  ) {
    self.schema = schema
    self.scenario = scenario
    self.version = version
    self.seed = seed
    self.description = description
    self.tables = tables
    self.answer = answer
    self.notes = notes
    self.throughput = throughput
    self.isComplete = isComplete
    self.isConclusive = isConclusive
  }
}

/// A table of findings; the first column names the row.
public struct FindingsTable: Sendable {
  public struct Column: Sendable {
    public var heading: String
    /// Of its figures, where the table's is not theirs.
    public var unit: String
    public var cells: [FindingsCell]

    public init(_ heading: String, unit: String = "", _ cells: [FindingsCell]) {
      self.heading = heading
      self.unit = unit
      self.cells = cells
    }
  }

  /// A key for programs, such as "effects".
  public var name: String
  public var title: String
  /// Of the figures, where they have one in common: "h", "1" for shares, a currency code.
  public var unit = ""
  public var columns: [Column]

  public init(_ name: String, title: String, _ columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  var rows: Int { columns.first?.cells.count ?? 0 }
}

/// An entry of a table.
public enum FindingsCell: Sendable, Hashable {
  case text(String)
  case integer(Int)
  /// A figure with its half-width, which decides how many digits are shown.
  case figure(Double?, halfWidth: Double?)

  public static func number(_ x: Double?) -> FindingsCell { .figure(x, halfWidth: nil) }

  /// As a reader wants it.
  var text: String {
    switch self {
    case .text(let text): return text
    case .integer(let n): return String(n)
    case .figure(let x, let halfWidth):
      guard let x, x.isFinite else { return NumberText.none }
      guard let halfWidth, halfWidth.isFinite else { return VerificationSummary.figure(x) }
      // What is left of a figure that never varies is rounding.
      if halfWidth <= 1e-9 * abs(x) || halfWidth < 1e-12 {
        return VerificationSummary.figure(abs(x) < 1e-12 ? 0 : x) + " ±0"
      }
      let decimals = Self.decimals(for: halfWidth)
      return NumberText.fixed(x, decimals) + " ±" + NumberText.fixed(halfWidth, decimals)
    }
  }

  /// Two digits of the half-width.
  private static func decimals(for halfWidth: Double) -> Int {
    var decimals = 1
    var unit = halfWidth
    while unit > 0 && unit < 1 && decimals < 6 {
      unit *= 10
      decimals += 1
    }
    return halfWidth >= 10 ? 0 : decimals
  }
}
