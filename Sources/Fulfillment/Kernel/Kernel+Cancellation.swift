internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// Orders are canceled before any of their goods have left: by customers who run out of patience, or by the
/// platform.
extension Kernel {
  // MARK: Beginnings

  /// Notes until when an order waits to be dispatched.
  mutating func welcome(_ slot: Int32, number: UInt64, now: Int64) {
    let table = view.customers.unsafelyUnwrapped
    var care = OrderCare()
    if table.pointee.patience >= 0 {
      stream.seat(
        seed: run.seed, purpose: table.pointee.purposes.patience, replication: run.replication,
        entity: number << OrderNumber.partBits)
      care.cancelAt = now &+ duration(table.pointee.patience)
    }
    if table.pointee.hasDispatch {
      let zone = Int(orders.rows[Int(slot)].zone)
      care.cancelAt = min(
        care.cancelAt, table.pointee.dispatch.deadline(zone: zone, placed: now))
    }
    if table.pointee.hasDelivery {
      let zone = Int(orders.rows[Int(slot)].zone)
      care.cancelAt = min(
        care.cancelAt, table.pointee.delivery.deadline(zone: zone, placed: now))
    }
    if care.cancelAt <= clock.limit {
      care.event = scheduleCancel(of: slot, at: care.cancelAt)
    } else {
      care.cancelAt = .max
    }
    customers.orders.set(slot, care)
  }

  private mutating func scheduleCancel(of slot: Int32, at instant: Int64) -> EventHandle {
    let event = KernelEvent(.cancel, slot)
    return simulator.schedule(
      event, at: Instant(microseconds: instant), priority: event.kind.priority)
  }

  /// Links a shipment to its order.
  @inline(__always)
  mutating func enlist(_ slot: Int32, of order: Int32) {
    let care = customers.orders.rows + Int(order)
    customers.shipments.set(slot, ShipmentCare(next: care.pointee.firstShipment))
    care.pointee.firstShipment = slot
  }

  /// An order has ended: nobody cancels it any more.
  mutating func forget(_ slot: Int32) {
    simulator.cancel(customers.orders.rows[Int(slot)].event)
  }

  // MARK: Waiting to leave

  /// Whether a shipment stays where it is, because its order will be canceled before it could leave.
  @inline(__always)
  mutating func parks(
    _ slot: Int32, _ step: StepRow, leaving end: Int64
  ) -> Bool {
    view.hasCustomers && step.flags.contains(.ships) && isParked(slot, leaving: end)
  }

  private mutating func isParked(_ slot: Int32, leaving end: Int64) -> Bool {
    let order = Int(shipments.rows[Int(slot)].order)
    let care = customers.orders.rows + order
    guard end > care.pointee.cancelAt, orders.rows[order].shipped < 0 else { return false }
    shipments.rows[Int(slot)].state = .parked
    customers.shipments.rows[Int(slot)].nextParked = care.pointee.firstParked
    care.pointee.firstParked = slot
    return true
  }

  /// The time until which an order waits to be dispatched is over.
  mutating func cancel(order slot: Int32, now: Int64) {
    let care = customers.orders.rows + Int(slot)
    care.pointee.cancelAt = .max
    if orders.rows[Int(slot)].shipped >= 0 {
      // Some of it has left: the rest goes on.
      var parked = care.pointee.firstParked
      while parked >= 0 {
        let next = customers.shipments.rows[Int(parked)].nextParked
        execute(parked, from: shipments.rows[Int(parked)].since, now: now)
        parked = next
      }
      awaitDelivery(slot, now: now)
      return
    }
    let order = orders.rows + Int(slot)
    order.pointee.critical = OrderRow.ended
    tally.openTicks &+= clock.ticksInWindow(from: order.pointee.placed, to: now)
    series.count(.dropped, at: now)
    if view.hasSubsidies { releaseSubsidies(slot) }
    if Observer.isOn { observe(order: slot, .canceled(at: now)) }
    if order.pointee.isObserved {
      customers.tally.ordersCanceled &+= 1
      if isDisrupted || lateOrders != nil { _ = noteLate(order.pointee.number, brokenAt: now) }
      tally.orderHash &+= mixed(order.pointee.number, ~UInt64(bitPattern: now))
    }
    let touched = giveBack(slot, now: now)
    var shipment = care.pointee.firstShipment
    while shipment >= 0 {
      let next = customers.shipments.rows[Int(shipment)].next
      if order.pointee.isObserved { chargeWorkDone(on: shipment) }
      take(shipment, now: now)
      shipment = next
    }
    for row in touched { serve(row, now: now) }
  }

  /// Some of an order is on its way: it is canceled if nothing has been delivered by the deadline, and what
  /// is still under way turns around at the door.
  private mutating func awaitDelivery(_ slot: Int32, now: Int64) {
    let table = view.customers.unsafelyUnwrapped
    let order = orders.rows[Int(slot)]
    guard table.pointee.hasDelivery, order.critical == -1 else { return }
    let deadline = table.pointee.delivery.deadline(zone: Int(order.zone), placed: order.placed)
    if deadline <= now {
      end(slot, isRefused: false, at: now)
    } else if deadline <= clock.limit {
      customers.orders.rows[Int(slot)].event = scheduleCancel(of: slot, at: deadline)
    }
  }

  /// Posts what the itinerary charges for the work a shipment has behind it.
  private mutating func chargeWorkDone(on slot: Int32) {
    let shipment = shipments.rows + Int(slot)
    if shipment.pointee.state == .awaitingStock { return }
    let itinerary = view.itineraries[Int(shipment.pointee.itinerary)]
    let done = shipment.pointee.step &- itinerary.firstStep
    let load = load(of: shipment)
    let first = Int(itinerary.firstCharge)
    for index in first..<(first &+ Int(itinerary.chargeCount))
    where Int32(view.itineraryChargeDue[index]) <= done {
      let charge = view.charges + Int(view.itineraryCharges[index])
      post(
        charge.pointee.account, from: charge.pointee.payer, to: charge.pointee.payee,
        micros: amount(of: charge, load), for: shipment)
    }
  }

  /// Takes a shipment that nobody wants any more from where it is.
  private mutating func take(_ slot: Int32, now: Int64) {
    let shipment = shipments.rows + Int(slot)
    let resource = Int(view.steps[Int(shipment.pointee.step)].resource)
    switch shipment.pointee.state {
    case .queued:
      stations[resource].abandon(at: Instant(microseconds: now))
      shipment.pointee.state = .gone
    case .inWork, .moving: shipment.pointee.state = .gone
    case .held:
      shipments.unlink(slot, from: &departures[resource].queue)
      discard(slot)
    case .awaitingRound:
      shipments.unlink(slot, from: &rounds[Int(view.roundStops[resource].round)].queue)
      discard(slot)
    case .awaitingStock, .parked, .gone: discard(slot)
    }
  }

  /// A shipment that is no more; with the last one goes its order.
  mutating func discard(_ slot: Int32) {
    let order = shipments.rows[Int(slot)].order
    shipments.release(slot)
    orders.rows[Int(order)].remaining &-= 1
    if orders.rows[Int(order)].remaining == 0 {
      if Observer.isOn { observe(order: order, .settled) }
      release(order)
    }
  }

  /// Takes those in front of a queue out of it who are gone.
  mutating func dropGone(at station: Int) {
    while stations[station].hasAbandoned, let token = stations[station].nextInLine,
      shipments.rows[Int(token)].state == .gone
    {
      stations[station].dropNextInLine()
      discard(Int32(bitPattern: token))
    }
  }

  // MARK: Stock

  /// Puts everything that an order has taken back on hand, and takes back what it waits for.
  ///
  /// - Returns: Rows of stock from which others may be served now.
  private mutating func giveBack(_ slot: Int32, now: Int64) -> [Int32] {
    var touched: [Int32] = []
    var line = orders.rows[Int(slot)].firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      line = row.next
      let first = view.siteStock[Int(row.site)]
      if first < 0 { continue }
      let index = view.stockRowOf[Int(first) + Int(row.sku)]
      let stock = stocks + Int(index)
      integrate(stock, now: now)
      let awaited = removeWaits(of: slot, from: stock)
      stock.pointee.backordered &-= awaited
      stock.pointee.onHand &+= row.units &- awaited
      stock.pointee.taken &-= Int64(row.units &- awaited)
      if view.hasStorageLimits { changeSpace(index, by: row.units &- awaited, now: now) }
      touched.append(index)
    }
    return touched
  }

  /// Units that an order's shipments no longer wait for. Complexity: O(shipments that wait there).
  private mutating func removeWaits(of order: Int32, from stock: UnsafeMutablePointer<StockState>)
    -> Int32
  {
    var removed: Int32 = 0
    var previous: Int32 = -1
    var wait = stock.pointee.firstWait
    while wait >= 0 {
      let node = waits.rows[Int(wait)]
      if node.shipment >= 0, shipments.rows[Int(node.shipment)].order == order {
        removed &+= node.units
        if previous < 0 {
          stock.pointee.firstWait = node.next
        } else {
          waits.rows[Int(previous)].next = node.next
        }
        if stock.pointee.lastWait == wait { stock.pointee.lastWait = previous }
        waits.release(wait)
      } else {
        previous = wait
      }
      wait = node.next
    }
    return removed
  }
}
