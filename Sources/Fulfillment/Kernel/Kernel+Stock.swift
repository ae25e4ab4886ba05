internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// The primitive Stock: units on hand, on order and backordered at one place, continuously reviewed.
extension Kernel {
  /// Takes a line's units from stock, as far as they are there, and replenishes.
  ///
  /// - Returns: Units the shipment has to wait for.
  @inline(__always)
  mutating func take(_ line: OrderLine, at site: Int32, for shipment: Int32, now: Int64) -> Int32 {
    let first = view.siteStock[Int(site)]
    if first < 0 { return 0 }
    let row = view.stockRowOf[Int(first) + Int(line.sku)]
    let stock = stocks + Int(row)
    integrate(stock, now: now)
    let taken = min(stock.pointee.onHand, line.units)
    stock.pointee.onHand &-= taken
    stock.pointee.taken &+= Int64(taken)
    let awaited = line.units &- taken
    if awaited > 0 {
      let wait = waits.allocate()
      waits.rows[Int(wait)] = WaitRow(shipment: shipment, units: awaited, next: -1)
      if stock.pointee.lastWait >= 0 {
        waits.rows[Int(stock.pointee.lastWait)].next = wait
      } else {
        stock.pointee.firstWait = wait
      }
      stock.pointee.lastWait = wait
      stock.pointee.backordered &+= awaited
    }
    replenish(row, now: now)
    return awaited
  }

  /// Orders what the policy's reorder point, order-up-to level and quantity ask for.
  @inline(__always)
  private mutating func replenish(_ row: Int32, now: Int64) {
    let spec = view.stockSpecs + Int(row)
    let stock = stocks + Int(row)
    let position = stock.pointee.position
    if position > spec.pointee.reorderPoint { return }
    if spec.pointee.quantity > 0 {
      while stock.pointee.position <= spec.pointee.reorderPoint {
        order(spec.pointee.quantity, row: row, now: now)
      }
    } else if spec.pointee.orderUpTo > position {
      order(spec.pointee.orderUpTo &- position, row: row, now: now)
    }
  }

  private mutating func order(_ units: Int32, row: Int32, now: Int64) {
    let spec = view.stockSpecs + Int(row)
    let stock = stocks + Int(row)
    stock.pointee.onOrder &+= units
    stream.seat(
      seed: run.seed, purpose: view.leadTimePurpose, replication: run.replication,
      entity: spec.pointee.key &+ UInt64(stock.pointee.ordersPlaced))
    stock.pointee.ordersPlaced &+= 1
    if !isWindowOver { stock.pointee.ordersInWindow &+= 1 }
    let arrival = now &+ duration(spec.pointee.leadTimeLaw)
    schedule(KernelEvent(.supply, row, amount: units), at: arrival)
  }

  /// Units that were ordered come in: waiting shipments are served first in, first out.
  mutating func receive(stock row: Int32, units: Int32, now: Int64) {
    let stock = stocks + Int(row)
    integrate(stock, now: now)
    stock.pointee.onOrder &-= units
    stock.pointee.onHand &+= units
    stock.pointee.received &+= Int64(units)
    if !isWindowOver { stock.pointee.receivedInWindow &+= Int64(units) }
    if view.hasCarrying { enter(row, units: units, now: now) }
    serve(row, now: now)
  }

  /// Gives what is on hand to the shipments that wait for it.
  mutating func serve(_ row: Int32, now: Int64) {
    let stock = stocks + Int(row)
    while stock.pointee.onHand > 0, stock.pointee.firstWait >= 0 {
      let wait = stock.pointee.firstWait
      let node = waits.rows + Int(wait)
      let given = min(stock.pointee.onHand, node.pointee.units)
      stock.pointee.onHand &-= given
      stock.pointee.taken &+= Int64(given)
      stock.pointee.backordered &-= given
      node.pointee.units &-= given
      let slot = node.pointee.shipment
      if node.pointee.units == 0 {
        stock.pointee.firstWait = node.pointee.next
        if node.pointee.next < 0 { stock.pointee.lastWait = -1 }
        waits.release(wait)
      }
      let shipment = shipments.rows + Int(slot)
      shipment.pointee.link &-= given
      if shipment.pointee.link == 0 {
        spend(shipment, .stock, from: shipment.pointee.since, to: now, atStep: false)
        shipment.pointee.since = now
        execute(slot, from: now, now: now)
      }
    }
  }

  /// Brings the integrals of a stock up to date; nothing is added after the window.
  @inline(__always)
  func integrate(_ stock: UnsafeMutablePointer<StockState>, now: Int64) {
    if isWindowOver { return }
    if view.hasCarrying { carry(stock, now: now) }
    let span = now &- stock.pointee.lastChange
    stock.pointee.onHandTime &+= Int128(stock.pointee.onHand) &* Int128(span)
    stock.pointee.backorderedTime &+= Int128(stock.pointee.backordered) &* Int128(span)
    stock.pointee.lastChange = now
  }

  /// Checks the conservation of units at every stock.
  mutating func auditUnits() {
    for row in 0..<view.stockCount {
      let state = stocks[row]
      let spec = view.stockSpecs[row]
      if state.onHand < 0 || state.onOrder < 0 || state.backordered < 0 {
        violation("negative stock at \(describe(spec))")
      }
      if Int64(spec.initial) + state.received != Int64(state.onHand) + state.taken {
        violation("units in are not units out and on hand at \(describe(spec))")
      }
      if state.onHand > 0, state.backordered > 0 {
        violation("units on hand while orders wait for them at \(describe(spec))")
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
