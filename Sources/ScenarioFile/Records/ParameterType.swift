public import Quantities

/// What a parameter's value looks like in a file; from it come the reference and the JSON Schema.
public indirect enum ParameterType: Sendable {
  case text
  case flag
  case integer(Bounds)
  /// A number without unit; `asPercent` when "25 %" is the usual way to write it.
  case number(Bounds, asPercent: Bool)
  /// A number with unit; bounds count in `unit`.
  case quantity(Dimension, unit: String, Bounds)
  /// A probability law of a quantity, or the quantity itself.
  case law(Dimension, unit: String)
  case choice([String])
  case date, dateTime, timeOfDay, weekdays, hours, timeZone, coordinate, currency
  /// The path of a file beside the scenario.
  case file
  /// The name of something defined elsewhere in the scenario, such as a facility.
  case reference(to: String)
  case list(ParameterType)
  case optional(ParameterType)
  case record(RecordDescription)
  /// A list of records, or a table of them.
  case records(RecordDescription)
  /// A mapping from names to values.
  case named(ParameterType)
  /// A record chosen by its `kind`.
  case variant(RegistryDescription)
  /// A list of records, each chosen by its `kind`.
  case variants(RegistryDescription)
}

/// A record type without its Swift type.
public struct RecordDescription: Sendable {
  /// The Swift type's name, which names the record in the reference and the schema.
  public let name: String
  public let summary: String
  private let makeParameters: @Sendable () -> [ParameterDescription]

  public init<Record: Configurable>(_ type: Record.Type) {
    name = Self.name(of: type)
    summary = type.summary
    makeParameters = {
      let standard = Record()
      return Record.parameters.map { $0.description(standard: standard) }
    }
  }

  /// The type's name with the types it stands in, without module: "DarkStore.Picking".
  private static func name(of type: Any.Type) -> String {
    let parts = String(reflecting: type).split(separator: ".").dropFirst()
    let named = parts.filter { !$0.hasPrefix("(unknown context") }
    return named.isEmpty ? String(describing: type) : named.joined(separator: ".")
  }

  /// Made on demand, because records may hold records of their own type.
  public var parameters: [ParameterDescription] { makeParameters() }
}

/// A registry without the protocol of its kinds.
public struct RegistryDescription: Sendable {
  public struct Kind: Sendable {
    public let name: String
    public let record: RecordDescription
  }

  /// What the kinds are kinds of, such as "facility kind".
  public let name: String
  private let makeKinds: @Sendable () -> [Kind]

  init(name: String, kinds: @escaping @Sendable () -> [Kind]) {
    self.name = name
    makeKinds = kinds
  }

  public var kinds: [Kind] { makeKinds() }
}

/// One parameter without the type of its record.
public struct ParameterDescription: Sendable {
  public let name: String
  public let summary: String
  /// Key of the source of the standard value; nil when there is none to cite.
  public let source: String?
  public let isRequired: Bool
  public let type: ParameterType
  /// The standard value as a file would give it.
  public let standard: String?
}
