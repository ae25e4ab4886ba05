internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// The primitive Stock: units on hand, on order and backordered at one place, reviewed at every sale or by
/// the clock.
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
    if view.hasStorageLimits { changeSpace(row, by: -taken, now: now) }
    let awaited = line.units &- taken
    if awaited > 0 {
      wait(for: row, by: shipment, units: awaited)
      if view.hasTransshipment { fetch(row, units: awaited, now: now) }
    }
    if stock.pointee.position <= stock.pointee.reorderPoint {
      replenish(row, atOrBelow: stock.pointee.reorderPoint, now: now)
    }
    return awaited
  }

  /// Appends to the line of those who wait for units: a shipment, or -1 - a stock row replenished from here.
  mutating func wait(for row: Int32, by waiter: Int32, units: Int32) {
    let stock = stocks + Int(row)
    let wait = waits.allocate()
    waits.rows[Int(wait)] = WaitRow(shipment: waiter, units: units, next: -1)
    if stock.pointee.lastWait >= 0 {
      waits.rows[Int(stock.pointee.lastWait)].next = wait
    } else {
      stock.pointee.firstWait = wait
    }
    stock.pointee.lastWait = wait
    stock.pointee.backordered &+= units
  }

  /// Orders what the order-up-to level or the quantity asks for if the position is at or below a point.
  mutating func replenish(_ row: Int32, atOrBelow point: Int32, now: Int64) {
    let stock = stocks + Int(row)
    let position = stock.pointee.position
    if position > point { return }
    if stock.pointee.quantity > 0 {
      while stock.pointee.position <= point { order(stock.pointee.quantity, row: row, now: now) }
    } else if stock.pointee.orderUpTo > position {
      order(stock.pointee.orderUpTo &- position, row: row, now: now)
    }
  }

  /// Orders from the supplier without limit, or from the stock it is replenished from.
  private mutating func order(_ units: Int32, row: Int32, now: Int64) {
    let spec = view.stockSpecs + Int(row)
    let stock = stocks + Int(row)
    stock.pointee.onOrder &+= units
    let ordinal = stock.pointee.ordersPlaced
    stock.pointee.ordersPlaced &+= 1
    if !isWindowOver { stock.pointee.ordersInWindow &+= 1 }
    if spec.pointee.leadTimeLaw < 0 {
      request(units, from: spec.pointee.supplier, for: row, now: now)
      return
    }
    stream.seat(
      seed: run.seed, purpose: view.leadTimePurpose, replication: run.replication,
      entity: spec.pointee.key &+ UInt64(ordinal))
    stock.pointee.pending &+= units
    let arrival = now &+ duration(spec.pointee.leadTimeLaw)
    schedule(KernelEvent(.supply, row, amount: units), at: arrival)
  }

  /// What a supplier sent has come: onto the shelf, or first through receiving and putaway.
  mutating func supply(_ row: Int32, units: Int32, now: Int64) {
    stocks[Int(row)].pending &-= units
    let inbound = view.stockSpecs[Int(row)].inbound
    if inbound >= 0, view.stockSpecs[Int(row)].leadTimeLaw >= 0 {
      dispatch(units, to: row, over: inbound, from: -1, now: now)
    } else {
      receive(stock: row, units: admit(units, to: row, from: -1, since: now, now: now), now: now)
    }
  }

  /// Units that were ordered are on the shelf: who waits is served first in, first out.
  mutating func receive(stock row: Int32, units: Int32, now: Int64) {
    if units == 0 { return }
    let stock = stocks + Int(row)
    integrate(stock, now: now)
    stock.pointee.onOrder &-= units
    stock.pointee.onHand &+= units
    stock.pointee.received &+= Int64(units)
    if !isWindowOver { stock.pointee.receivedInWindow &+= Int64(units) }
    if view.hasStorageLimits { changeSpace(row, by: units, now: now) }
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
      if view.hasStorageLimits { changeSpace(row, by: -given, now: now) }
      node.pointee.units &-= given
      let waiter = node.pointee.shipment
      if node.pointee.units == 0 {
        stock.pointee.firstWait = node.pointee.next
        if node.pointee.next < 0 { stock.pointee.lastWait = -1 }
        waits.release(wait)
      }
      if waiter < 0 {
        let target = -1 &- waiter
        dispatch(given, to: target, over: view.stockSpecs[Int(target)].inbound, from: row, now: now)
        continue
      }
      let shipment = shipments.rows + Int(waiter)
      shipment.pointee.link &-= given
      if shipment.pointee.link == 0 {
        spend(shipment, .stock, from: shipment.pointee.since, to: now, atStep: false)
        shipment.pointee.since = now
        execute(waiter, from: now, now: now)
      }
    }
  }

  /// Brings the integrals of a stock up to date; nothing is added after the window.
  @inline(__always)
  mutating func integrate(_ stock: UnsafeMutablePointer<StockState>, now: Int64) {
    if isWindowOver { return }
    if view.hasCarrying { carry(stock, now: now) }
    let span = now &- stock.pointee.lastChange
    stock.pointee.onHandTime &+= Int128(stock.pointee.onHand) &* Int128(span)
    stock.pointee.backorderedTime &+= Int128(stock.pointee.backordered) &* Int128(span)
    stock.pointee.lastChange = now
  }
}
