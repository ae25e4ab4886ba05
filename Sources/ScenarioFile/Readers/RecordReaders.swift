internal import Diagnostics

extension ValueReader where Value: Configurable {
  /// A record as a mapping.
  public static func record(_ type: Value.Type = Value.self) -> ValueReader<Value> {
    ValueReader(.record(RecordDescription(type)), text: { _ in nil }) { node, context in
      RecordReader.read(type, node, context)
    }
  }
}

extension ValueReader {
  /// A list of records, or `{table: file.csv, columns: {parameter: column}}`.
  var records: ValueReader<[Value]> {
    let read = read
    let item = type
    return ValueReader<[Value]>(item.asList, text: { $0.isEmpty ? "[]" : nil }) { node, context in
      var values: [Value] = []
      let take: (Node) -> Void = { node in
        let key = Located("\(context.name) \(values.count + 1)", at: node.location)
        if let value = context.within(key, { read(node, context) }) { values.append(value) }
      }
      if let nodes = node.sequence {
        values.reserveCapacity(nodes.count)
        nodes.forEach(take)
        return values
      }
      if let table = TableReference(node, of: item, context) {
        return table.forEachRow(context, take) ? values : nil
      }
      context.error(
        .wrongType, "expected a list or a table, found \(node.kindName)", at: node.location,
        help: ["a list item starts with '- '; a table is 'table: file.csv'"])
      return nil
    }
  }

  /// A mapping from names to values; records may come from a table with a `name` column.
  public var named: ValueReader<[Named<Value>]> {
    let read = read
    let item = type
    return ValueReader<[Named<Value>]>(.named(item), text: { $0.isEmpty ? "{}" : nil }) {
      node, context in
      var values: [Named<Value>] = []
      let take: (Located<String>, Node) -> Void = { name, node in
        guard let value = context.within(name, { read(node, context) }) else { return }
        values.append(Named(name.value, value, at: name.location))
      }
      if let table = TableReference(node, of: item, context) {
        return table.forEachNamedRow(context, take) ? values : nil
      }
      guard let entries = node.mapping else {
        context.error(
          .wrongType, "expected a mapping from names, found \(node.kindName)", at: node.location,
          help: ["write '\(context.name):' and below it, indented, 'NAME:' with its values"])
        return nil
      }
      context.inside(node) {
        for entry in entries where entry.value.scalar?.isExplicitNull != true {
          take(entry.key, entry.value)
        }
      }
      return values
    }
  }
}

extension ParameterType {
  /// The type of a list of these.
  var asList: ParameterType {
    switch self {
    case .record(let record): .records(record)
    case .variant(let registry): .variants(registry)
    default: .list(self)
    }
  }

  /// The keys that a record of this type knows.
  var parameterNames: [String] {
    switch self {
    case .record(let record): record.parameters.map(\.name)
    case .variant(let registry):
      registry.kinds.reduce(into: ["kind"]) { names, kind in
        for parameter in kind.record.parameters where !names.contains(parameter.name) {
          names.append(parameter.name)
        }
      }
    default: []
    }
  }
}

extension ValueReader {
  /// A record chosen by its `kind:` from a registry.
  public static func variant(_ registry: KindRegistry<Value>) -> ValueReader<Value> {
    let names = registry.description
    return ValueReader(.variant(names), text: { _ in nil }) { node, context in
      registry.read(node, context)
    }
  }
}
