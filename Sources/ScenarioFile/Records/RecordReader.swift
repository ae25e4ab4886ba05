internal import Diagnostics

/// Decodes a mapping into a record by the record's own declarations.
enum RecordReader {
  /// The record, whose faulty values keep their standard; nil when the node is no mapping.
  ///
  /// - Parameter ignoring: Keys that belong to whoever holds the record, such as `kind`.
  static func read<Record: Configurable>(
    _ type: Record.Type, _ node: Node, _ context: DecodingContext, ignoring: [String] = []
  ) -> Record? {
    guard let entries = node.mapping else {
      if node.isNull {
        context.noValue(node, expected: expected(type))
      } else {
        context.error(
          .wrongType, "expected \(expected(type)), found \(node.kindName)", at: node.location)
      }
      return nil
    }
    let before = context.sink.errorCount
    var record = Record()
    let parameters = Record.parameters
    var given: Set<String> = []
    for entry in entries where !ignoring.contains(entry.key.value) {
      guard let parameter = parameters.first(where: { $0.name == entry.key.value }) else {
        reportUnknown(entry.key, parameters.map(\.name), context)
        continue
      }
      let isGiven = context.inside(node) { assign(entry, parameter, &record, context) }
      if isGiven { given.insert(parameter.name) }
    }
    for parameter in parameters where parameter.isRequired && !given.contains(parameter.name) {
      context.missing(
        parameter.name, in: node,
        help: "\(parameter.name): \(parameter.type.phrase). \(parameter.summary)")
    }
    if context.sink.errorCount == before, !node.isIncomplete {
      record.check(RecordReport(node: node, location: context.place, sink: context.sink))
    }
    return record
  }

  /// Whether the entry counts as given: `null` means the standard value.
  private static func assign<Record: Configurable>(
    _ entry: Node.Entry, _ parameter: Parameter<Record>, _ record: inout Record,
    _ context: DecodingContext
  ) -> Bool {
    if let scalar = entry.value.scalar, scalar.isNull,
      !scalar.isEmpty || parameter.assignNone != nil
    {
      parameter.assignNone?(&record)
      return false
    }
    context.within(entry.key) { parameter.assign(entry.value, &record, context) }
    return true
  }

  private static func reportUnknown(
    _ key: Located<String>, _ known: [String], _ context: DecodingContext
  ) {
    let owner = context.place == nil ? "" : " in '\(context.name)'"
    let keys = known.isEmpty ? "no keys are allowed here" : "keys: \(list(known))"
    context.error(
      .unknownKey, "unknown key '\(key.value)'\(owner)", at: key.location,
      suggestion: Spelling.nearest(to: key.value, among: known), help: [keys])
  }

  private static func expected<Record: Configurable>(_ type: Record.Type) -> String {
    guard let first = Record.parameters.first else { return "a mapping" }
    return "a mapping with keys such as '\(first.name)'"
  }

  /// Names for a help line, cut when there are many.
  static func list(_ names: [String], limit: Int = 24) -> String {
    let sorted = names.sorted()
    let shown = sorted.prefix(limit).joined(separator: ", ")
    return sorted.count > limit ? "\(shown), …" : shown
  }
}
