internal import Quantities

/// What stock costs its sellers for lying: storage fees by date and age, capital in stock, on order and on the
/// way.
extension Kernel {
  /// Units on hand at the start are as old as the run.
  mutating func startCarrying() {
    guard view.hasCarrying else { return }
    for row in 0..<view.stockCount { enter(Int32(row), units: stocks[row].onHand, now: 0) }
  }

  /// Units come in: they are free of storage fees for a while.
  mutating func enter(_ row: Int32, units: Int32, now: Int64) {
    guard units > 0, view.carrying.freeFor > 0 else { return }
    carrying[Int(row)].young &+= units
    let matures = now &+ view.carrying.freeFor
    if matures < clock.windowEnd { schedule(KernelEvent(.mature, row, amount: units), at: matures) }
  }

  /// Units have been in stock for as long as that is free.
  mutating func mature(_ row: Int32, units: Int32, now: Int64) {
    integrate(stocks + Int(row), now: now)
    carrying[Int(row)].young &-= units
  }

  /// Brings what a stock has cost up to date. Units leave first in, first out: those beyond what came in
  /// lately are old.
  mutating func carry(_ stock: UnsafeMutablePointer<StockState>, now: Int64) {
    let last = stock.pointee.lastChange
    let state = carrying + (stock - stocks)
    let old = stock.pointee.onHand &- state.pointee.young
    if old > 0 {
      state.pointee.fees +=
        Double(old) * (view.carrying.fee(through: now) - view.carrying.fee(through: last))
    }
    state.pointee.onOrderTime += Double(stock.pointee.onOrder) * Double(now &- last)
  }

  /// Statistics start afresh.
  mutating func resetCarrying() {
    guard view.hasCarrying else { return }
    for row in 0..<view.stockCount {
      carrying[row].fees = 0
      carrying[row].onOrderTime = 0
    }
  }

  /// Posts what the window's stock costs its sellers.
  mutating func closeCarrying() {
    guard view.hasCarrying else { return }
    let tables = network.tables
    for (row, spec) in tables.stocks.enumerated() {
      let owner = tables.siteOwners[Int(spec.site)]
      let fees = carrying[row].fees * tables.skus.volume[Int(spec.sku)]
      if owner != .seller, fees != 0 {
        postOverhead(.storageFee, from: .seller, to: owner, micros: Int64(saturating: fees))
      }
      let bound = Double(stocks[row].onHandTime) + carrying[row].onOrderTime
      let cost = Double(tables.skus.cost[Int(spec.sku)]) * view.carrying.capitalPerMicrosecond
      if cost != 0 {
        postOverhead(
          .capital, from: .seller, to: .outside, micros: Int64(saturating: bound * cost))
      }
    }
  }

  /// Posts the capital bound in goods from the stock to the door.
  mutating func postCapital(_ shipment: UnsafeMutablePointer<ShipmentRow>, at instant: Int64) {
    let order = orders.rows[Int(shipment.pointee.order)]
    var cost: Int64 = 0
    var line = order.firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      if row.site == shipment.pointee.site {
        cost = cost.saturatingSum(view.skuCost[Int(row.sku)].saturatingProduct(Int64(row.units)))
      }
      line = row.next
    }
    let waited = Int64(shipment.pointee.stages[Int(Stage.stock.rawValue)]) &* 10_000
    let span = Double(max(0, instant &- order.placed &- waited))
    let amount = Double(cost) * span * view.carrying.capitalPerMicrosecond
    post(
      .capital, from: .seller, to: .outside, micros: Int64(saturating: amount), for: shipment)
  }
}

/// What a stock has cost its seller so far.
struct CarryingState: BitwiseCopyable {
  /// Units that came in within the time that is free of fees.
  var young: Int32 = 0
  /// Fees over the window, per volume of a unit [millionths/m3].
  var fees = 0.0
  /// Integral over the window of units on order [unit·µs].
  var onOrderTime = 0.0
}
