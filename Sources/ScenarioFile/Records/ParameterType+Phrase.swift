internal import Quantities

extension ParameterType {
  /// What to write, such as "a time such as '45 min'".
  public var phrase: String {
    switch self {
    case .text: "a text"
    case .flag: "true or false"
    case .integer(let bounds): "a whole number" + Self.suffix(bounds.text())
    case .number(let bounds, let asPercent):
      (asPercent ? "a share such as '25 %' or 0.25" : "a number") + Self.suffix(bounds.text())
    case .quantity(let dimension, let unit, let bounds):
      "\(dimension.name) such as '\(Self.example(dimension, unit))'"
        + Self.suffix(bounds.text(unit: unit))
    case .law(let dimension, let unit):
      "\(dimension.name) or a law such as '\(Self.example(dimension, unit))' or "
        + "'exponential(mean: \(Self.example(dimension, unit)))'"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .date: "a date such as '2026-11-02'"
    case .dateTime: "a date or a moment such as '2026-11-02T20:00'"
    case .timeOfDay: "a time of day such as '09:30'"
    case .weekdays: "days such as 'mon-fri' or 'sat, sun'"
    case .hours: "'always' or hours such as 'mon-fri 09:00-17:00, sat 10:00-14:00'"
    case .timeZone: "a time zone such as 'America/New_York'"
    case .coordinate: "a position such as [40.71, -74.01] (latitude, longitude)"
    case .currency: "a currency code such as 'USD'"
    case .file: "the path of a file beside the scenario"
    case .reference(let kind): "the name of a \(kind)"
    case .list(let type): "a list, each \(type.phrase)"
    case .optional(let type): type.phrase
    case .record: "a mapping"
    case .records: "a list of mappings or a table"
    case .named(let type): "a mapping from names, each to \(type.phrase)"
    case .variant(let registry): "a mapping whose 'kind' is a \(registry.name)"
    case .variants(let registry): "a list of mappings whose 'kind' is a \(registry.name)"
    }
  }

  /// A value in a parameter's own unit.
  static func example(_ dimension: Dimension, _ unit: String) -> String {
    let usual = dimension.example
    if unit.isEmpty || usual.hasSuffix(" \(unit)") { return usual }
    return UnitExpression.join("2", unit)
  }

  private static func suffix(_ bounds: String) -> String {
    bounds.isEmpty ? "" : ", \(bounds)"
  }
}
