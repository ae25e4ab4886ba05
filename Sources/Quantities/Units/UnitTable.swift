/// The names that stand for units in scenario files.
///
/// A month is 30 days and a year 365 days, because simulated time has no calendar of its own.
public enum UnitTable {
  /// One unit: how many base units it is, and of what.
  public struct Entry: Hashable, Sendable {
    public let names: [String]
    public let factor: Double
    public let dimension: Dimension
    public let summary: String

    /// The factor as a fraction, so that 70 % is exactly 0.7: 0.01 is not a binary number, 1/100 is one
    /// division.
    var fraction: (above: Double, below: Double) {
      let inverse = (1 / factor).rounded()
      return inverse > 1 && abs(factor * inverse - 1) < 1e-15 ? (1, inverse) : (factor, 1)
    }
  }

  /// Measures, in the order in which the reference lists them. The first name is the preferred one.
  ///
  /// Source: factors are exact by definition (SI brochure; international yard and pound, 1959).
  public static let measures: [Entry] = [
    entry("us", 1e-6, .time, "microsecond", "µs", "microsecond", "microseconds"),
    entry("ms", 1e-3, .time, "millisecond", "millisecond", "milliseconds"),
    entry("s", 1, .time, "second", "sec", "second", "seconds"),
    entry("min", 60, .time, "minute", "mins", "minute", "minutes"),
    entry("h", 3600, .time, "hour", "hr", "hrs", "hour", "hours"),
    entry("d", 86400, .time, "day", "day", "days"),
    entry("week", 604_800, .time, "week, 7 days", "wk", "weeks"),
    entry("month", 2_592_000, .time, "month, 30 days", "mo", "months"),
    entry("year", 31_536_000, .time, "year, 365 days", "yr", "years"),
    entry("mg", 1e-6, .mass, "milligram"),
    entry("g", 1e-3, .mass, "gram", "gram", "grams"),
    entry("kg", 1, .mass, "kilogram", "kilogram", "kilograms"),
    entry("t", 1000, .mass, "metric ton", "tonne", "tonnes"),
    entry("oz", 0.028349523125, .mass, "ounce", "ounce", "ounces"),
    entry("lb", 0.45359237, .mass, "pound", "lbs", "pound", "pounds"),
    entry("short_ton", 907.18474, .mass, "short ton, 2000 lb", "short_tons"),
    entry("mm", 1e-3, .length, "millimeter"),
    entry("cm", 1e-2, .length, "centimeter"),
    entry("m", 1, .length, "meter", "meter", "meters", "metre", "metres"),
    entry("km", 1000, .length, "kilometer", "kilometer", "kilometers", "kilometre", "kilometres"),
    entry("in", 0.0254, .length, "inch", "inch", "inches"),
    entry("ft", 0.3048, .length, "foot", "foot", "feet"),
    entry("yd", 0.9144, .length, "yard", "yard", "yards"),
    entry("mi", 1609.344, .length, "mile", "mile", "miles"),
    entry("nmi", 1852, .length, "nautical mile"),
    entry("sqm", 1, .area, "square meter, also m2"),
    entry("sqft", 0.09290304, .area, "square foot, also ft2"),
    entry("ha", 1e4, .area, "hectare", "hectare", "hectares"),
    entry("l", 1e-3, .volume, "liter", "L", "liter", "liters", "litre", "litres"),
    entry("ml", 1e-6, .volume, "milliliter", "mL"),
    entry("cbm", 1, .volume, "cubic meter, also m3"),
    entry("cuft", 0.028316846592, .volume, "cubic foot, also ft3"),
    entry("gal", 0.003785411784, .volume, "US gallon", "gallon", "gallons"),
    entry("kmh", 1 / 3.6, .speed, "kilometer per hour", "kph"),
    entry("mph", 0.44704, .speed, "mile per hour"),
    entry("kn", 1852.0 / 3600, .speed, "knot", "knot", "knots"),
    entry("%", 0.01, .none, "percent", "percent"),
    entry("‰", 0.001, .none, "per mille"),
    entry("bp", 1e-4, .none, "basis point"),
    entry("dozen", 12, .none, "twelve", "dozens"),
  ]

  /// Nouns that count; they are dimensionless, so that "2000 orders/day" is a rate.
  public static let nouns: [String] = [
    "attempt", "bag", "bin", "box", "carton", "case", "click", "container", "courier", "customer",
    "declaration", "delivery", "document", "door", "drop", "each", "entry", "event", "facility",
    "FEU", "flight", "house", "item", "kit", "label", "line", "load", "order", "package", "pallet",
    "parcel", "person", "pick", "piece", "post", "product", "receipt", "return", "route", "seller",
    "session", "share", "shipment", "site", "sku", "slot", "stop", "TEU", "tote", "tour", "trip",
    "truck", "unit", "van", "vehicle", "video", "view", "viewer", "visit", "wave", "worker", "zone",
  ]

  /// The measure or noun called `name`; nil for currencies and unknown names.
  public static func entry(named name: String) -> Entry? {
    byName[name] ?? byName[name.lowercased()].flatMap { $0.dimension == .none ? $0 : nil }
  }

  /// Every name of every measure and noun, for suggestions.
  public static let allNames: [String] = measures.flatMap(\.names) + nouns + nouns.map(plural)

  private static let byName: [String: Entry] = {
    var table: [String: Entry] = [:]
    for measure in measures { for name in measure.names { table[name] = measure } }
    for noun in nouns {
      let names = [noun, plural(noun), noun.lowercased(), plural(noun).lowercased()]
      let count = Entry(names: names, factor: 1, dimension: .none, summary: "a count")
      for name in names { table[name] = count }
    }
    for name in ["people", "persons"] { table[name] = table["person"] }
    return table
  }()

  private static func plural(_ noun: String) -> String {
    switch noun {
    case "person": "people"
    case "each": "each"
    case _ where noun.hasSuffix("x"): noun + "es"
    case _ where noun.hasSuffix("y"): String(noun.dropLast()) + "ies"
    default: noun + "s"
    }
  }

  private static func entry(
    _ name: String, _ factor: Double, _ dimension: Dimension, _ summary: String,
    _ others: String...
  ) -> Entry {
    Entry(names: [name] + others, factor: factor, dimension: dimension, summary: summary)
  }
}
