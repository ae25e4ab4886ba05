/// A picture with its figures, as values: nothing is drawn here.
struct Chart: Sendable {
  /// Unique in its report, such as "cost" or "utilization-2".
  var id: String
  /// Heading above it; empty where the section's heading says it all.
  var title = ""
  /// What it shows, for those who cannot see it.
  var alt: String
  /// How to read it.
  var note = ""
  /// The strategy it is about, where a section has one chart for each.
  var choice: String?
  var tables: [DataTable]
  var view: View
  /// Outlines of lands it draws on.
  var outlines: [Outline] = []
  /// Least width of a small view [px].
  var facetWidth: Double?
  /// Name of a table whose rows are ways over the globe: from `longitude`, `latitude` to
  /// `longitude2`, `latitude2`.
  var arcs: String?

  /// The specification without figures, as the page holds it.
  var specification: JSONValue {
    guard case .object(var members) = view.json else { return .null }
    members["$schema"] = .string("https://vega.github.io/schema/vega-lite/v5.json")
    members["description"] = .string(alt)
    if view.facet == nil, view.width == nil { members["width"] = .string("container") }
    if members["data"] == nil, let first = tables.first {
      members["data"] = .object(["name": .string(first.name)])
    }
    var meta: [String: JSONValue] = [:]
    if case .share(let share)? = view.height { meta["aspect"] = .number(share) }
    if let facetWidth { meta["facet"] = .number(facetWidth) }
    if let arcs { meta["arcs"] = .string(arcs) }
    if !outlines.isEmpty { meta["outlines"] = .array(outlines.map { .string($0.rawValue) }) }
    if !meta.isEmpty { members["usermeta"] = .object(meta) }
    return .object(members)
  }

  /// The specification with its figures, by itself: for files and other programs.
  ///
  /// - Parameter width: [px].
  func standalone(width: Double = 800) -> JSONValue {
    guard case .object(var members) = specification else { return .null }
    members["usermeta"] = nil
    if view.facet != nil {
      let columns = max(1, Int(width / (facetWidth ?? width)))
      members["columns"] = .integer(columns)
      if case .object(var inner)? = members["spec"] {
        inner["width"] = .number((width / Double(columns) - 60).rounded())
        members["spec"] = .object(inner)
      }
    } else if view.width == nil {
      members["width"] = .number(width)
    }
    if case .share(let share)? = view.height {
      members["height"] = .number((width * share).rounded())
    }
    var datasets: [String: JSONValue] = [:]
    for table in tables {
      datasets[table.name] = table.name == arcs ? Outline.ways(table.rows) : table.rows
    }
    for outline in outlines { datasets[outline.rawValue] = outline.features }
    members["datasets"] = .object(datasets)
    members["background"] = .string("white")
    return .object(members)
  }

  /// What the page holds: the specification, and its figures column by column.
  var packed: JSONValue {
    .object(["spec": specification, "tables": .array(tables.map(\.packed))])
  }
}

/// A section of the report that shows charts. A new one is a file beside this one and a line in
/// ``all``.
struct ChartKind: Sendable {
  /// As given to `--chart`.
  let name: String
  let heading: String
  /// One or two sentences on how to read it.
  let lead: String
  /// None where the run has nothing to show.
  let make: @Sendable (Summary) -> [Chart]

  static let all: [ChartKind] = [
    .deliveryTime, .hours, .lateness, .cost, .parties, .differences, .network, .lanes, .utilization,
    .burst, .stock, .replications, .warmUp,
  ]
}
