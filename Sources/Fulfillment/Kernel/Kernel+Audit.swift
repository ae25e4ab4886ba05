/// Units are neither made nor lost.
extension Kernel {
  /// Checks the conservation of units at every stock.
  mutating func auditUnits() {
    for row in 0..<view.stockCount {
      let state = stocks[row]
      let spec = view.stockSpecs[row]
      if state.onHand < 0 || state.onOrder < 0 || state.backordered < 0 {
        violation("negative stock at \(describe(spec))")
      }
      if Int64(spec.initial) + state.received != Int64(state.onHand) + state.taken + state.lost {
        violation("units in are not units out and on hand at \(describe(spec))")
      }
      if state.onHand > 0, state.backordered > 0 {
        violation("units on hand while orders wait for them at \(describe(spec))")
      }
    }
    auditOrders()
  }

  /// Units on order are at a supplier, waited for at another stock, or on the way; units backordered are those
  /// that are waited for.
  private mutating func auditOrders() {
    var onOrder = [Int64](repeating: 0, count: view.stockCount)
    var waited = onOrder
    for row in onOrder.indices {
      onOrder[row] += Int64(stocks[row].pending)
      var wait = stocks[row].firstWait
      while wait >= 0 {
        let node = waits.rows[Int(wait)]
        waited[row] += Int64(node.units)
        if node.shipment < 0 { onOrder[Int(-1 - node.shipment)] += Int64(node.units) }
        wait = node.next
      }
    }
    orders.forEachAlive { order in
      guard order.isInbound else { return }
      let line = lines.rows[Int(order.firstLine)]
      let first = Int(view.siteStock[Int(line.site)])
      onOrder[Int(view.stockRowOf[first + Int(line.sku)])] += Int64(line.units)
    }
    for row in onOrder.indices {
      if onOrder[row] != Int64(stocks[row].onOrder) {
        violation(
          "\(stocks[row].onOrder) units on order, but \(onOrder[row]) on the way, for "
            + describe(view.stockSpecs[row]))
      }
      if waited[row] != Int64(stocks[row].backordered) {
        violation("units backordered are not those waited for at \(describe(view.stockSpecs[row]))")
      }
    }
    if view.hasStorageLimits { auditSpace() }
  }

  /// The room taken at a site is that of its units on hand.
  private mutating func auditSpace() {
    var used = [Int64](repeating: 0, count: view.siteCount)
    for row in 0..<view.stockCount {
      let spec = view.stockSpecs[row]
      used[Int(spec.site)] += Int64(stocks[row].onHand) * Int64(spec.space)
    }
    for site in 0..<view.siteCount where view.spaces[site].limit >= 0 {
      if used[site] != spaces[site].used {
        violation("room taken is not that of the units at \(network.tables.siteNames[site])")
      }
    }
  }

  private func describe(_ spec: StockSpec) -> String {
    "\(network.tables.siteNames[Int(spec.site)]), SKU \(network.tables.skus.names[Int(spec.sku)])"
  }

  mutating func violation(_ text: String) {
    if outcome.violations.count < 10 { outcome.violations.append(text) }
  }
}
