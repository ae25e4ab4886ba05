internal import Diagnostics

/// `{table: stock.csv, columns: {parameter: column}}` in the place of a list or a mapping of records.
///
/// Without `columns`, every column whose name is a parameter's goes there and the others are ignored.
/// Cells of a column "weight [kg]" need no unit. Empty cells leave the standard value. Two columns make
/// a position: `columns: {position: [lat, lon]}`.
struct TableReference {
  private let node: Node
  private let path: Node
  /// Names of the record's parameters.
  private let known: [String]

  /// Nil when the node is something else.
  init?(_ node: Node, of type: ParameterType, _ context: DecodingContext) {
    guard let path = node["table"], path.scalar != nil else { return nil }
    self.node = node
    self.path = path
    known = type.parameterNames
    for entry in node.mapping ?? [] where entry.key.value != "table" && entry.key.value != "columns"
    {
      context.error(
        .unknownKey, "unknown key '\(entry.key.value)' beside 'table'", at: entry.key.location,
        suggestion: context.nearest(to: entry.key.value, among: ["columns"]),
        help: ["keys: columns, table"])
    }
  }

  /// Hands out one mapping per row; false when the table cannot be used at all.
  func forEachRow(_ context: DecodingContext, _ body: (Node) -> Void) -> Bool {
    guard let table = table(context), let columns = columns(table, known, context) else {
      return false
    }
    for row in 0..<table.rowCount {
      body(Node(.mapping(entries(table, row, columns)), at: table.location(row: row)))
    }
    return true
  }

  /// Hands out one mapping per row with its name, which comes from the column `name`.
  func forEachNamedRow(_ context: DecodingContext, _ body: (Located<String>, Node) -> Void) -> Bool
  {
    guard let table = table(context), var columns = columns(table, known + ["name"], context) else {
      return false
    }
    guard let index = columns.firstIndex(where: { $0.parameter.value == "name" }) else {
      context.error(
        .unknownColumn, "the table has no column 'name'", at: path.location,
        help: [
          "columns: \(table.columns.map(\.name).joined(separator: ", "))",
          "say which one names the rows, such as columns: {name: id}",
        ])
      return false
    }
    let naming = columns.remove(at: index).columns[0]
    var seen: [String: Int] = [:]
    for row in 0..<table.rowCount {
      let place = table.location(row: row, column: naming)
      let name = table.text(row: row, column: naming)
      if name.isEmpty {
        context.error(.noValue, "this row has no name", at: place)
      } else if let first = seen[name] {
        context.error(
          .duplicateName, "'\(name)' names two rows", at: place,
          notes: [.init("the first one is on line \(first)")])
      } else {
        seen[name] = place.line
        let entries = entries(table, row, columns)
        body(Located(name, at: place), Node(.mapping(entries), at: table.location(row: row)))
      }
    }
    return true
  }

  private struct Mapped {
    var parameter: Located<String>
    /// Places in the table; several make a list.
    var columns: [Int]
  }

  private func table(_ context: DecodingContext) -> CSVTable? {
    guard let text = context.scalar(path, expected: "the path of a CSV file")?.text else {
      return nil
    }
    let file = Paths.resolve(text, besides: path.location.file)
    return context.store.table(
      file, written: text, wantedAt: path.location, sink: context.sink)
  }

  private func columns(_ table: CSVTable, _ known: [String], _ context: DecodingContext)
    -> [Mapped]?
  {
    var mapped: [Mapped] = []
    var isSound = true
    var used: Set<Int> = []
    if let node = node["columns"] {
      guard let entries = node.mapping else {
        context.error(
          .wrongType, "expected a mapping from parameters to columns, found \(node.kindName)",
          at: node.location)
        return nil
      }
      for entry in entries {
        let wanted = entry.value.sequence ?? [entry.value]
        let places = wanted.compactMap { place(of: $0, table, context) }
        guard places.count == wanted.count, !places.isEmpty else {
          isSound = false
          continue
        }
        used.formUnion(places)
        mapped.append(Mapped(parameter: entry.key, columns: places))
      }
    }
    for (index, column) in table.columns.enumerated()
    where !used.contains(index) && !mapped.contains(where: { $0.parameter.value == column.name }) {
      guard known.contains(column.name) else {
        warnIfMisspelled(column, known.filter { table.column($0) == nil }, context)
        continue
      }
      mapped.append(Mapped(parameter: Located(column.name, at: column.location), columns: [index]))
    }
    return isSound ? mapped : nil
  }

  private func warnIfMisspelled(
    _ column: CSVTable.Column, _ free: [String], _ context: DecodingContext
  ) {
    guard let near = context.nearest(to: column.name, among: free) else { return }
    context.sink.warning(
      Code.unknownColumn.rawValue, "column '\(column.name)' is ignored", at: column.location,
      suggestion: near)
  }

  private func place(of node: Node, _ table: CSVTable, _ context: DecodingContext) -> Int? {
    guard let name = context.scalar(node, expected: "the name of a column")?.text else {
      return nil
    }
    if let index = table.column(name) { return index }
    let names = table.columns.map(\.name)
    context.error(
      .unknownColumn, "'\(table.file)' has no column '\(name)'", at: node.location,
      suggestion: context.nearest(to: name, among: names),
      help: ["columns: \(names.joined(separator: ", "))"])
    return nil
  }

  private func entries(_ table: CSVTable, _ row: Int, _ columns: [Mapped]) -> [Node.Entry] {
    columns.compactMap { mapped in
      let nodes = mapped.columns.compactMap { cell(table, row, $0) }
      guard nodes.count == mapped.columns.count else { return nil }
      let value = nodes.count == 1 ? nodes[0] : Node(.sequence(nodes), at: nodes[0].location)
      return Node.Entry(Located(mapped.parameter.value, at: nodes[0].location), value)
    }
  }

  /// Nil for an empty cell.
  private func cell(_ table: CSVTable, _ row: Int, _ column: Int) -> Node? {
    var text = table.text(row: row, column: column)
    guard !text.isEmpty else { return nil }
    if let unit = table.columns[column].unit, Double(text) != nil { text += " \(unit)" }
    return Node(
      .scalar(Scalar(text: text, style: .quoted, contentOffset: 0)),
      at: table.location(row: row, column: column))
  }
}
