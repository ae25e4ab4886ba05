internal import Diagnostics

/// The reference of records as text, for `ploy describe` and the documentation.
public enum ReferenceText {
  /// A record's summary and a table of its parameters.
  public static func describe(_ record: RecordDescription, title: String? = nil) -> String {
    let head = "\(title ?? record.name): \(record.summary)\n"
    let parameters = record.parameters
    guard !parameters.isEmpty else { return head + "\nNo parameters.\n" }
    let rows = parameters.map { parameter in
      [
        parameter.name, parameter.type.shortName, parameter.type.boundsText,
        standard(parameter), parameter.source.map { "[\($0)]" } ?? "", parameter.summary,
      ]
    }
    let header = ["parameter", "type", "bounds", "standard", "source", "summary"]
    return head + "\n" + table([header] + rows)
  }

  /// A registry's kinds with their summaries.
  public static func describe(_ registry: RegistryDescription) -> String {
    let rows = registry.kinds.map { [$0.name, $0.record.summary] }
    return table([["kind", "summary"]] + rows)
  }

  /// One kind of a registry.
  public static func describe(_ kind: RegistryDescription.Kind) -> String {
    describe(kind.record, title: kind.name)
  }

  /// A record as a Markdown section.
  public static func markdown(_ record: RecordDescription, title: String? = nil) -> String {
    var lines = ["### \(title ?? record.name)", "", record.summary, ""]
    lines.append("| parameter | type | bounds | standard | source | summary |")
    lines.append("| --- | --- | --- | --- | --- | --- |")
    for parameter in record.parameters {
      let cells = [
        "`\(parameter.name)`", parameter.type.shortName, parameter.type.boundsText,
        standard(parameter), parameter.source.map { "[\($0)]" } ?? "", parameter.summary,
      ]
      lines.append("| \(cells.map(escaped).joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func standard(_ parameter: ParameterDescription) -> String {
    parameter.isRequired ? "required" : parameter.standard ?? ""
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Columns two spaces apart; empty columns are left out, the last one is not padded.
  static func table(_ rows: [[String]]) -> String {
    let body = rows.dropFirst()
    let used = rows[0].indices.filter { column in body.contains { !$0[column].isEmpty } }
    let widths = used.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    let lines = rows.map { row in
      zip(used, widths).map { column, width in
        let cell = row[column]
        guard column != used.last else { return cell }
        return cell + String(repeating: " ", count: width - DisplayWidth.of(cell))
      }.joined(separator: "  ")
    }
    return lines.map { "  \($0)\n" }.joined()
  }
}

extension ParameterType {
  /// One or two words for a table.
  public var shortName: String {
    switch self {
    case .text: "text"
    case .flag: "flag"
    case .integer: "whole number"
    case .number(_, let asPercent): asPercent ? "share" : "number"
    case .quantity(_, let unit, _): unit
    case .law(_, let unit): "law [\(unit)]"
    case .choice(let names): names.joined(separator: " | ")
    case .date: "date"
    case .dateTime: "date and time"
    case .timeOfDay: "time of day"
    case .weekdays: "weekdays"
    case .hours: "weekly hours"
    case .timeZone: "time zone"
    case .coordinate: "[lat, lon]"
    case .currency: "currency"
    case .file: "file"
    case .reference(let kind): "name of a \(kind)"
    case .list(let type): "list of \(type.shortName)"
    case .optional(let type): "\(type.shortName) or null"
    case .record(let record): record.name
    case .records(let record): "list of \(record.name)"
    case .named(let type): "name: \(type.shortName)"
    case .variant(let registry): registry.name
    case .variants(let registry): "list of \(registry.name)"
    }
  }

  /// Bounds with their unit; empty when everything goes.
  public var boundsText: String {
    switch self {
    case .integer(let bounds): bounds.text()
    case .number(let bounds, let asPercent):
      asPercent && bounds == .fraction ? "0 % to 100 %" : bounds.text()
    case .quantity(_, let unit, let bounds): bounds.text(unit: unit)
    case .list(let type), .optional(let type), .named(let type): type.boundsText
    default: ""
    }
  }
}
