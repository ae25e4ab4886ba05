internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// An order of a trace with its names found.
struct TraceOrder: Sendable {
  /// [µs since the epoch]
  var epoch: Int64
  var zone: Int32
  var seller: Int32
  var lines: [OrderLine]
}

/// Finds the names of a trace's rows and joins lines to orders.
struct TraceReader {
  private let context: DemandContext
  /// Where problems go; nil once they are known.
  private let sink: DiagnosticSink?
  private var zones: [String: Int32] = [:]
  private var sellers: [String: Int] = [:]
  /// SKUs by name, with and without their seller's.
  private var skus: [[String: Int32]?]

  init(_ context: DemandContext, _ sink: DiagnosticSink?) {
    self.context = context
    self.sink = sink
    for (index, zone) in context.zones.enumerated() { zones[zone.name] = Int32(index) }
    for (index, seller) in context.sellers.enumerated() { sellers[seller.name] = index }
    skus = [[String: Int32]?](repeating: nil, count: context.sellers.count)
  }

  /// The orders within the horizon, as the rows come. Every row that cannot be used is reported.
  mutating func orders(of trace: Trace) -> [TraceOrder] {
    var orders: [TraceOrder] = []
    var named: [String: (index: Int, row: Located<TraceRow>)] = [:]
    var outside: [Located<TraceRow>] = []
    for row in trace.orders {
      guard let order = order(row) else { continue }
      if let name = row.value.order, let known = named[name] {
        join(order, to: &orders[known.index], row, first: known.row)
        continue
      }
      if let name = row.value.order { named[name] = (orders.count, row) }
      if !(0..<context.windowEnd).contains(order.epoch) { outside.append(row) }
      orders.append(order)
    }
    warn(of: outside)
    return outside.isEmpty
      ? orders : orders.filter { (0..<context.windowEnd).contains($0.epoch) }
  }

  /// The orders in time order, their lines by SKU, whatever the sequence of rows.
  static func inSequence(_ orders: [TraceOrder]) -> [TraceOrder] {
    orders.map(sortingLines).sorted(by: precede)
  }

  private mutating func order(_ row: Located<TraceRow>) -> TraceOrder? {
    let zone = zones[row.value.zone.value]
    if zone == nil { sink?.unknown("zone", row.value.zone, known: context.zones.map(\.name)) }
    guard let seller = seller(row) else { return nil }
    let sku = names(of: seller)[row.value.sku.value]
    if sku == nil {
      sink?.unknown(
        "SKU of '\(context.sellers[seller].name)'", row.value.sku,
        known: context.sellers[seller].skus.map { context.catalog.names[Int($0)] })
    }
    guard let zone, let sku else { return nil }
    let seconds = row.value.time.unixSeconds(in: context.marketTimeZone) - context.epoch
    return TraceOrder(
      epoch: seconds * 1_000_000, zone: zone, seller: Int32(seller),
      lines: [OrderLine(sku: sku, units: Int32(row.value.quantity))])
  }

  private func seller(_ row: Located<TraceRow>) -> Int? {
    if let name = row.value.seller {
      if let seller = sellers[name.value] { return seller }
      sink?.unknown("seller", name, known: context.sellers.map(\.name))
      return nil
    }
    if context.sellers.count == 1 { return 0 }
    sink?.error(
      "missing-key", "'seller' is missing: \(context.sellers.count) sellers may be meant",
      at: row.location,
      help: ["add a column 'seller', such as \(context.sellers.first?.name ?? "shop-1")"])
    return nil
  }

  /// SKUs of a seller by name, with and without the seller's before it.
  private mutating func names(of seller: Int) -> [String: Int32] {
    if let known = skus[seller] { return known }
    let prefix = context.sellers[seller].name + "."
    var names: [String: Int32] = [:]
    for sku in context.sellers[seller].skus {
      let name = context.catalog.names[Int(sku)]
      names[name] = sku
      if name.hasPrefix(prefix) { names[String(name.dropFirst(prefix.count))] = sku }
    }
    skus[seller] = names
    return names
  }

  private func join(
    _ line: TraceOrder, to order: inout TraceOrder, _ row: Located<TraceRow>,
    first: Located<TraceRow>
  ) {
    let (a, b) = (row.value, first.value)
    var wrong: [String] = []
    if line.epoch != order.epoch { wrong.append("time") }
    if line.zone != order.zone { wrong.append("zone") }
    if line.seller != order.seller { wrong.append("seller") }
    if !wrong.isEmpty {
      sink?.error(
        "order-mismatch",
        "this line of order '\(a.order ?? "")' has another \(wrong.joined(separator: " and ")) than its first",
        at: row.location, help: ["that one goes to \(b.zone.value) at \(b.time)"])
    } else if order.lines.count == Int(Basket.linesMaximum) {
      sink?.error(
        "too-large",
        "order '\(a.order ?? "")' has more than \(Int(Basket.linesMaximum)) lines",
        at: row.location)
    } else {
      order.lines += line.lines
    }
  }

  private func warn(of rows: [Located<TraceRow>]) {
    guard let first = rows.first else { return }
    let others = rows.count == 2 ? "one more" : "\(rows.count - 1) more"
    sink?.warning(
      "unused-order",
      "the order at \(first.value.time)"
        + (rows.count > 1 ? " and \(others) lie" : " lies") + " outside the simulated time",
      at: first.location, help: ["look at experiment.start, warm_up and window"])
  }

  private static func sortingLines(_ order: TraceOrder) -> TraceOrder {
    guard order.lines.count > 1 else { return order }
    var order = order
    order.lines.sort { ($0.sku, $0.units) < ($1.sku, $1.units) }
    return order
  }

  /// Orders that are equal in all of these are the same, whichever row came first.
  private static func precede(_ a: TraceOrder, _ b: TraceOrder) -> Bool {
    if (a.epoch, a.zone, a.seller) != (b.epoch, b.zone, b.seller) {
      return (a.epoch, a.zone, a.seller) < (b.epoch, b.zone, b.seller)
    }
    return a.lines.lexicographicallyPrecedes(b.lines) { ($0.sku, $0.units) < ($1.sku, $1.units) }
  }
}
