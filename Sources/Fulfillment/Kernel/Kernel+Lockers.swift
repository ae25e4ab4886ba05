internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// The compartments of one bank of lockers.
struct LockerState: BitwiseCopyable {
  var taken = TimeWeighted()
  /// Parcels of observed orders that were brought to it, and those that found all compartments taken.
  var tries = 0
  var overflows = 0
}

/// Lockers: compartments that parcels take up until they are collected.
extension Kernel {
  mutating func startLockers() {
    for index in network.tables.lockers.indices {
      customers.lockers.set(Int32(index), LockerState())
    }
  }

  /// A parcel comes to its lockers, now.
  ///
  /// - Returns: When it is tried again, or sets off on its way back; nil if it is delivered.
  mutating func deposit(_ slot: Int32, _ end: UnsafePointer<EndSpec>, now: Int64) -> Int64? {
    let spec = view.lockers + Int(end.pointee.locker)
    let state = customers.lockers.rows + Int(end.pointee.locker)
    let shipment = shipments.rows[Int(slot)]
    let order = orders.rows[Int(shipment.order)]
    let isFull = state.pointee.taken.level >= Int(spec.pointee.compartments)
    if order.isObserved {
      state.pointee.tries &+= 1
      if isFull { state.pointee.overflows &+= 1 }
    }
    if !isFull {
      stream.seat(
        seed: run.seed, purpose: view.customers.unsafelyUnwrapped.pointee.purposes.collection,
        replication: run.replication,
        entity: order.number << OrderNumber.partBits | UInt64(shipment.ordinal))
      let span = duration(spec.pointee.collection)
      let isCollected = span <= spec.pointee.hold
      let stays = isCollected ? span : spec.pointee.hold
      state.pointee.taken.add(1, at: Instant(microseconds: now))
      schedule(KernelEvent(.collect, end.pointee.locker), at: now &+ stays)
      if isCollected {
        deliver(slot, at: now, now: now)
        return nil
      }
      let back = now &+ stays
      // Open at the end: nobody knows yet whether it will be collected.
      if back > clock.limit { return nil }
      spend(shipments.rows + Int(slot), .lastMile, from: now, to: back)
      return sendBack(slot, isRefused: true, at: back, now: now)
    }
    if end.pointee.overflowsToDoor {
      if order.isObserved, end.pointee.perAttempt != 0 {
        post(
          .lastMile, from: end.pointee.payer, to: .carrier, micros: end.pointee.perAttempt,
          for: shipments.rows + Int(slot))
      }
      if isRefused(order, at: now) { return sendBack(slot, isRefused: true, at: now, now: now) }
      deliver(slot, at: now, now: now)
      return nil
    }
    customers.shipments.rows[Int(slot)].attempts &+= 1
    if Int32(customers.shipments.rows[Int(slot)].attempts) >= end.pointee.attempts {
      return sendBack(slot, isRefused: true, at: now, now: now)
    }
    return tryAgain(shipments.rows + Int(slot), end, from: now)
  }

  /// A compartment is free again.
  mutating func collect(_ locker: Int32, now: Int64) {
    customers.lockers.rows[Int(locker)].taken.add(-1, at: Instant(microseconds: now))
  }

  mutating func resetLockers(now: Int64) {
    for index in network.tables.lockers.indices {
      customers.lockers.rows[index].taken.reset(at: Instant(microseconds: now))
    }
  }

  mutating func closeLockers(now: Int64) {
    for index in network.tables.lockers.indices {
      let time = customers.lockers.rows[index].taken.integral(through: Instant(microseconds: now))
      outcome.lockerTime.append(time)
    }
  }

  /// Copies the counters; those of observed orders go on after the window.
  mutating func countLockers() {
    for index in network.tables.lockers.indices {
      outcome.lockerTries.append(customers.lockers.rows[index].tries)
      outcome.lockerOverflows.append(customers.lockers.rows[index].overflows)
    }
  }
}
