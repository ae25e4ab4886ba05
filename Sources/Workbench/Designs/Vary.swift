internal import Foundation

/// A parameter of the scenario that a study varies: its path and what it may be.
public struct Vary: Sendable, Hashable {
  public enum Values: Sendable, Hashable {
    /// As texts of the scenario file, such as "50" or "2 h".
    case list([String])
    /// Numbers between two ends, all in one unit.
    case range(Range)
  }

  public struct Range: Sendable, Hashable {
    public var low: Double
    public var high: Double
    /// nil: any number between.
    public var step: Double?
    /// Written after the number; may be empty.
    public var unit: String

    public init(low: Double, high: Double, step: Double? = nil, unit: String = "") {
      self.low = low
      self.high = high
      self.step = step
      self.unit = unit
    }

    /// The text of a value in the scenario file.
    func text(_ value: Double) -> String {
      let number =
        value == value.rounded() && abs(value) < 1e15
        ? String(Int(value)) : String(format: "%.6g", value)
      return unit.isEmpty ? number : unit == "%" ? number + " %" : "\(number) \(unit)"
    }
  }

  /// Such as "strategies.hybrid.facilities.ont8.pick.servers".
  public var path: String
  public var values: Values

  public init(path: String, values: Values) {
    self.path = path
    self.values = values
  }

  /// Reads "path=50,100,200", "path=2..8 h" or "path=10..30:5".
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let path = text[..<equals].trimmingCharacters(in: .whitespaces)
    let right = text[text.index(after: equals)...].trimmingCharacters(in: .whitespaces)
    guard !path.isEmpty, !right.isEmpty else { return nil }
    self.path = path
    if let range = Range(right) {
      values = .range(range)
    } else if right.contains("..") {
      return nil
    } else {
      let items = Self.items(right)
      guard !items.isEmpty, items.allSatisfy({ !$0.isEmpty }) else { return nil }
      values = .list(items)
    }
  }

  /// Split at commas outside parentheses and brackets.
  private static func items(_ text: String) -> [String] {
    var items = [""]
    var depth = 0
    for character in text {
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      if character == "," && depth == 0 {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// What is shown for the parameter: the last two parts of its path.
  var label: String { path.split(separator: ".").suffix(2).joined(separator: ".") }

  /// Levels as texts; a range has those of its steps, or its two ends.
  var levels: [String] {
    switch values {
    case .list(let texts): return texts
    case .range(let range):
      guard let step = range.step else { return [range.text(range.low), range.text(range.high)] }
      let count = Int(((range.high - range.low) / step + 1e-9).rounded(.down)) + 1
      return (0..<min(count, 10_000)).map { range.text(range.low + Double($0) * step) }
    }
  }
}

extension Vary.Range {
  /// "2..8 h", "10..30:5", "5..20 %".
  init?(_ text: String) {
    guard let dots = text.range(of: "..") else { return nil }
    guard let low = Double(text[..<dots.lowerBound].trimmingCharacters(in: .whitespaces)) else {
      return nil
    }
    var rest = text[dots.upperBound...].trimmingCharacters(in: .whitespaces)[...]
    func number() -> Double? {
      let digits = rest.prefix { $0.isNumber || "+-.eE".contains($0) }
      // An "e" may begin a unit.
      guard let value = Double(digits) else { return nil }
      rest = rest[digits.endIndex...]
      return value
    }
    guard let high = number(), low < high, low.isFinite, high.isFinite else { return nil }
    var step: Double?
    if rest.first == ":" {
      rest = rest.dropFirst()
      guard let value = number(), value > 0 else { return nil }
      step = value
    }
    self.init(
      low: low, high: high, step: step, unit: rest.trimmingCharacters(in: .whitespaces))
  }
}
