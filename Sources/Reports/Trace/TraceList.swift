/// Orders that one may want to follow.
public struct TraceList: Sendable {
  public struct Entry: Sendable, Hashable {
    public var order: Int
    public var placed: String
    public var zone: String
    /// nil where it was not delivered.
    public var ticks: Int64?
    public var end: String

    public init(order: Int, placed: String, zone: String, ticks: Int64?, end: String) {
      self.order = order
      self.placed = placed
      self.zone = zone
      self.ticks = ticks
      self.end = end
    }
  }

  public var heading: String
  public var entries: [Entry]

  public init(heading: String, entries: [Entry]) {
    self.heading = heading
    self.entries = entries
  }

  public func text(_ options: RenderOptions) -> String {
    let table = TextTable(columns: [
      .init(heading: "Order", cells: entries.map { "\($0.order)" }, isAlignedRight: false),
      .init(heading: "placed", cells: entries.map(\.placed), isAlignedRight: false),
      .init(
        heading: "zone", cells: entries.map { $0.zone.truncated(to: 24) }, isAlignedRight: false),
      .init(
        heading: "click to door",
        cells: entries.map { $0.ticks.map(TraceSummary.clock) ?? NumberText.none }),
      .init(heading: "", cells: entries.map(\.end), isAlignedRight: false),
    ])
    return ([heading, ""] + table.lines(indent: 2, paint: options.paint))
      .map { $0 + "\n" }.joined()
  }

  public var json: String {
    let document = JSONValue.object([
      "schema": .string("ploy.trace-list/1"),
      "orders": .array(
        entries.map {
          .object([
            "order": .integer($0.order), "placed": .string($0.placed), "zone": .string($0.zone),
            "click_to_door_ticks": $0.ticks.map { .integer(Int($0)) } ?? .null,
            "end": .string($0.end),
          ])
        }),
    ])
    return document.text() + "\n"
  }
}
