internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// At the door: parcels are accepted, refused, tried again or sent back.
extension Kernel {
  /// A shipment reaches the end of its itinerary, where that may be more than a delivery.
  ///
  /// - Returns: When it goes on from the step it is at now; nil if it does not, or not by itself.
  mutating func meet(_ slot: Int32, end row: Int32, at time: Int64, now: Int64) -> Int64? {
    let end = view.ends + Int(row)
    if end.pointee.isReturn {
      if time > now {
        resume(slot, at: time)
      } else {
        takeBack(slot, now: now)
      }
      return nil
    }
    let shipment = shipments.rows + Int(slot)
    let order = orders.rows[Int(shipment.pointee.order)]
    let table = view.customers.unsafelyUnwrapped
    if order.critical == OrderRow.ended {
      return sendBack(slot, isRefused: false, at: time, now: now)
    }
    if table.pointee.hasDelivery {
      let deadline = table.pointee.delivery.deadline(zone: Int(order.zone), placed: order.placed)
      if time > deadline { return sendBack(slot, isRefused: false, at: time, now: now) }
    }
    if end.pointee.locker >= 0 {
      if time <= now { return deposit(slot, end, now: now) }
      resume(slot, at: time)
      return nil
    }
    if end.pointee.failure > 0, isMissed(slot, end) {
      let care = customers.shipments.rows + Int(slot)
      care.pointee.attempts &+= 1
      if Int32(care.pointee.attempts) >= end.pointee.attempts {
        return sendBack(slot, isRefused: true, at: time, now: now)
      }
      if order.isObserved, end.pointee.perAttempt != 0 {
        post(
          .lastMile, from: end.pointee.payer, to: .carrier, micros: end.pointee.perAttempt,
          for: shipment)
      }
      return tryAgain(shipment, end, from: time)
    }
    if isRefused(order, at: time) { return sendBack(slot, isRefused: true, at: time, now: now) }
    deliver(slot, at: time, now: now)
    return nil
  }

  // MARK: Attempts

  /// Whether nobody takes the parcel this time: the k-th attempt of a shipment is decided by its k-th draw.
  private mutating func isMissed(_ slot: Int32, _ end: UnsafePointer<EndSpec>) -> Bool {
    let shipment = shipments.rows[Int(slot)]
    let order = orders.rows[Int(shipment.order)]
    stream.seat(
      seed: run.seed, purpose: view.customers.unsafelyUnwrapped.pointee.purposes.attempt,
      replication: run.replication,
      entity: order.number << OrderNumber.partBits | UInt64(shipment.ordinal))
    let attempts = customers.shipments.rows[Int(slot)].attempts
    for _ in 0..<attempts { _ = stream.uniform() }
    let isMissed = stream.uniform() < end.pointee.failure
    if order.isObserved {
      customers.tally.attempts &+= 1
      if attempts == 0 {
        customers.tally.firstAttempts &+= 1
        if isMissed { customers.tally.firstMissed &+= 1 }
      }
    }
    return isMissed
  }

  /// When the parcel is ready for another attempt, at the step from which that is made.
  mutating func tryAgain(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ end: UnsafePointer<EndSpec>, from time: Int64
  ) -> Int64 {
    var next = time &+ end.pointee.again
    if end.pointee.calendar >= 0 {
      next = view.elapse(0, from: next, calendar: end.pointee.calendar)
    }
    if next <= clock.limit { spend(shipment, .lastMile, from: time, to: next) }
    shipment.pointee.since = next
    shipment.pointee.step &-= end.pointee.back
    return next
  }

  // MARK: Refusal

  /// Whether the customer refuses an order that arrives at a time: the same draws under every strategy.
  mutating func isRefused(_ order: OrderRow, at time: Int64) -> Bool {
    let table = view.customers.unsafelyUnwrapped
    guard table.pointee.cashShare > 0 || table.pointee.prepaidRefusal > 0 else { return false }
    let payment = draw(table.pointee.purposes.payment, of: order.number)
    let refusal = draw(table.pointee.purposes.refusal, of: order.number)
    return table.pointee.refuses(payment: payment, refusal: refusal, wait: time &- order.placed)
  }

  /// A draw that belongs to an order's customer.
  mutating func draw(_ purpose: UInt64, of number: UInt64) -> Double {
    stream.seat(
      seed: run.seed, purpose: purpose, replication: run.replication,
      entity: number << OrderNumber.partBits)
    return stream.uniform()
  }

  /// A draw that belongs to the line of an order with a SKU: whatever ships it from wherever.
  mutating func draw(_ purpose: UInt64, of number: UInt64, sku: Int32) -> Double {
    stream.seat(
      seed: run.seed, purpose: purpose, replication: run.replication,
      entity: mixed(number, UInt64(UInt32(bitPattern: sku))))
    return stream.uniform()
  }

  // MARK: Ends without a delivery

  /// An undelivered parcel goes back to its sender.
  ///
  /// - Returns: When it sets off, at the first step of its way back.
  mutating func sendBack(_ slot: Int32, isRefused: Bool, at time: Int64, now: Int64)
    -> Int64
  {
    let shipment = shipments.rows + Int(slot)
    let orderSlot = shipment.pointee.order
    let order = orders.rows + Int(orderSlot)
    let care = customers.orders.rows + Int(orderSlot)
    markShipped(shipment, at: order.pointee.placed)
    if order.pointee.isObserved { chargeUnsold(shipment) }
    if Observer.isOn { observe(shipment, .arrived(at: time)) }
    customers.shipments.rows[Int(slot)].isUndelivered = true
    turnAround(slot, from: time)
    if isRefused { care.pointee.isRefused = true }
    care.pointee.back &+= 1
    order.pointee.remaining &-= 1
    if order.pointee.remaining == 0, order.pointee.critical != OrderRow.ended {
      if order.pointee.critical >= 0 {
        close(orderSlot, now: now)
      } else {
        end(orderSlot, isRefused: care.pointee.isRefused, at: time)
      }
    }
    return time
  }

  /// Posts what the way to a door costs that took nothing: no sale, and no fee that falls due with one.
  private mutating func chargeUnsold(_ shipment: UnsafeMutablePointer<ShipmentRow>) {
    let load = load(of: shipment)
    customers.tally.unitsUndelivered &+= Int(load.units)
    carried[Int(shipment.pointee.itinerary)].shipments &+= 1
    carried[Int(shipment.pointee.itinerary)].grams &+= load.grams
    let itinerary = view.itineraries[Int(shipment.pointee.itinerary)]
    let first = Int(itinerary.firstCharge)
    for index in first..<(first &+ Int(itinerary.chargeCount)) {
      let charge = view.charges + Int(view.itineraryCharges[index])
      if charge.pointee.account.isDueOnSale { continue }
      // A buyer who takes nothing pays nothing.
      let payer = charge.pointee.payer == .buyer ? .seller : charge.pointee.payer
      post(
        charge.pointee.account, from: payer, to: charge.pointee.payee,
        micros: amount(of: charge, load), for: shipment)
    }
  }

  /// An order ends without a delivery: it is refused, or canceled because it came too late.
  mutating func end(_ slot: Int32, isRefused: Bool, at time: Int64) {
    let order = orders.rows + Int(slot)
    var instant = time
    if !isRefused, let table = view.customers {
      instant = table.pointee.delivery.deadline(
        zone: Int(order.pointee.zone), placed: order.pointee.placed)
    }
    forget(slot)
    order.pointee.critical = OrderRow.ended
    if view.hasSubsidies { releaseSubsidies(slot) }
    tally.openTicks &+= clock.ticksInWindow(from: order.pointee.placed, to: instant)
    if order.pointee.shipped >= 0 {
      series.count(.shipped, at: max(order.pointee.shipped, order.pointee.placed))
    }
    series.count(.sentBack, at: instant)
    if order.pointee.isObserved {
      if isRefused {
        customers.tally.ordersRefused &+= 1
      } else {
        customers.tally.ordersCanceled &+= 1
      }
      if isDisrupted || lateOrders != nil { _ = noteLate(order.pointee.number, brokenAt: instant) }
      tally.orderHash &+= mixed(order.pointee.number, ~UInt64(bitPattern: instant))
    }
    if Observer.isOn {
      observe(order: slot, isRefused ? .refused(at: instant) : .canceled(at: instant))
    }
  }
}
