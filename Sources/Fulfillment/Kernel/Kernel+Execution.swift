internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// Shipments move along their itineraries.
extension Kernel {
  /// Carries a shipment on from its current step, which it reaches at `start` (at or after `now`), until it
  /// has to wait for something.
  mutating func execute(_ slot: Int32, from start: Int64, now: Int64) {
    let shipment = shipments.rows + Int(slot)
    var time = start
    while true {
      if time > clock.limit {
        // Open at the end: it stays in its arena and is counted with its order.
        return
      }
      let step = view.steps[Int(shipment.pointee.step)]
      switch step.primitive {
      case .station:
        if time > now { return resume(slot, at: time) }
        shipment.pointee.since = now
        if ahead[Int(step.resource)].servers > 0 {
          guard let end = workAhead(shipment, step, now: now) else { return }
          let isNextStation = view.steps[Int(shipment.pointee.step)].primitive == .station
          if isNextStation, nextArrival != .max {
            return handOver(slot, from: step.resource, at: end)
          }
          time = end
          continue
        }
        joinStation(slot, step, now: now)
        return
      case .departure:
        let spec = view.departures + Int(step.resource)
        if spec.pointee.isBatched {
          if time > now { return resume(slot, at: time) }
          shipment.pointee.since = now
          hold(slot, for: step.resource, now: now)
          return
        }
        let leaves =
          isDisrupted
          ? nextUndisrupted(
            in: spec.pointee.timetable, atOrAfter: time, cutOff: spec.pointee.cutOff,
            set: network.tables.departureHolds[Int(step.resource)])
          : next(in: spec.pointee.timetable, atOrAfter: time &+ spec.pointee.cutOff)
        if parks(slot, step, leaving: leaves) { return }
        if step.flags.contains(.ships) {
          markMissed(
            shipment, in: spec.pointee.timetable, cutOff: spec.pointee.cutOff, ready: time,
            leaves: leaves)
        }
        pass(shipment, step, from: time, to: leaves, stage: step.waitStage)
        time = leaves
      case .travel:
        let end = travel(shipment, step, from: time)
        if parks(slot, step, leaving: end) { return }
        pass(shipment, step, from: time, to: end, stage: step.workStage)
        time = end
      case .gate:
        let end = passGate(shipment, step, from: time)
        if parks(slot, step, leaving: end) { return }
        pass(shipment, step, from: time, to: end, stage: step.workStage)
        time = end
      case .round:
        if time > now { return resume(slot, at: time) }
        shipment.pointee.since = now
        joinRound(slot, stop: step.resource, now: now)
        return
      case .deliver:
        if step.resource >= 0 {
          // Rows may have moved: start afresh.
          if let next = meet(slot, end: step.resource, at: time, now: now) {
            execute(slot, from: next, now: now)
          }
          return
        }
        deliver(slot, at: time, now: now)
        return
      case .store:
        if time > now { return resume(slot, at: time) }
        store(slot, now: now)
        return
      }
    }
  }

  /// Books the time of a step that is over and moves on.
  @inline(__always)
  private mutating func pass(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow, from start: Int64,
    to end: Int64,
    stage: Stage
  ) {
    if end <= clock.limit { spend(shipment, stage, from: start, to: end) }
    if step.flags.contains(.ships) { markShipped(shipment, at: end) }
    shipment.pointee.since = end
    shipment.pointee.step &+= 1
  }

  @inline(__always)
  mutating func markShipped(_ shipment: UnsafeMutablePointer<ShipmentRow>, at instant: Int64) {
    let order = orders.rows + Int(shipment.pointee.order)
    if instant > order.pointee.shipped { order.pointee.shipped = instant }
  }

  /// A shipment's time to go on has come.
  @inline(__always)
  mutating func resume(_ slot: Int32, now: Int64) {
    if view.hasCustomers, shipments.rows[Int(slot)].state == .gone { return discard(slot) }
    execute(slot, from: now, now: now)
  }

  @inline(__always)
  mutating func resume(_ slot: Int32, at time: Int64) {
    shipments.rows[Int(slot)].since = time
    shipments.rows[Int(slot)].state = .moving
    schedule(KernelEvent(.resume, slot), at: time)
  }

  @inline(__always)
  private mutating func travel(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow, from time: Int64
  ) -> Int64 {
    if step.law >= 0 {
      return end(of: duration(step, for: shipment), from: time, shipment, calendar: step.resource)
    }
    // No law: wait until the calendar is open.
    return view.elapse(0, from: time, calendar: step.resource)
  }

  /// With some probability, a delay.
  private mutating func passGate(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow, from time: Int64
  ) -> Int64 {
    if step.flags.contains(.declares) {
      declare(shipment, step.resource, at: time)
      return time
    }
    if step.flags.contains(.dated) { return passDatedGate(shipment, step, from: time) }
    let order = orders.rows + Int(shipment.pointee.order)
    seat(step.purpose, order: order.pointee.number, part: UInt64(shipment.pointee.ordinal))
    guard stream.uniform() < view.gates[Int(step.resource)] else { return time }
    return end(of: duration(step.law), from: time, shipment, calendar: -1)
  }

  /// When a delay is over that passes only while a calendar is open, and not while it is disrupted.
  @inline(__always)
  mutating func end(
    of span: Int64, from time: Int64, _ shipment: UnsafeMutablePointer<ShipmentRow>, calendar: Int32
  ) -> Int64 {
    if isDisrupted {
      return disruptedEnd(of: span, from: time, step: shipment.pointee.step, calendar: calendar)
    }
    return calendar < 0 ? time &+ span : view.elapse(span, from: time, calendar: calendar)
  }

  // MARK: Stations

  @inline(__always)
  private mutating func joinStation(_ slot: Int32, _ step: StepRow, now: Int64) {
    let spec = view.stations + Int(step.resource)
    var key: UInt32 = 0
    if spec.pointee.oldestOrderFirst {
      let order = orders.rows[Int(shipments.rows[Int(slot)].order)]
      key = UInt32(clamping: order.placed / 1_000_000)
    }
    shipments.rows[Int(slot)].state = .queued
    let starts = stations[Int(step.resource)].arrive(
      UInt32(bitPattern: slot), at: Instant(microseconds: now), key: key)
    if starts { beginWork(slot, now: now) }
  }

  /// A server takes the shipment up: draws the work, keyed by order and purpose.
  @inline(__always)
  mutating func beginWork(_ slot: Int32, now: Int64) {
    let shipment = shipments.rows + Int(slot)
    let step = view.steps[Int(shipment.pointee.step)]
    spend(shipment, step.waitStage, from: shipment.pointee.since, to: now)
    shipment.pointee.since = now
    shipment.pointee.state = .inWork
    var work = work(of: shipment, step)
    if isDisrupted { work = slowed(work, step: shipment.pointee.step, now: now) }
    schedule(KernelEvent(.workDone, slot), at: now &+ work)
  }

  mutating func endWork(_ slot: Int32, now: Int64) {
    let shipment = shipments.rows + Int(slot)
    let step = view.steps[Int(shipment.pointee.step)]
    spend(shipment, step.workStage, from: shipment.pointee.since, to: now)
    let spec = view.stations + Int(step.resource)
    payWork(shipment, spec, now &- shipment.pointee.since)
    if view.hasCustomers {
      dropGone(at: Int(step.resource))
      if shipment.pointee.state == .gone {
        discard(slot)
        if let next = stations[Int(step.resource)].complete(at: Instant(microseconds: now)) {
          beginWork(Int32(bitPattern: next), now: now)
        }
        return
      }
    }
    if step.flags.contains(.ships) { markShipped(shipment, at: now) }
    shipment.pointee.since = now
    shipment.pointee.step &+= 1
    if let next = stations[Int(step.resource)].complete(at: Instant(microseconds: now)) {
      beginWork(Int32(bitPattern: next), now: now)
      prefetchQueue(of: step.resource)
    }
    execute(slot, from: now, now: now)
  }

  /// Brings those who are served next into the cache: the shipment one turn before its order, whose slot
  /// it holds.
  @inline(__always)
  private mutating func prefetchQueue(of station: Int32) {
    guard let first = stations[Int(station)].waiting(at: 0) else { return }
    orders.prefetch(shipments.rows[Int(first)].order)
    if let second = stations[Int(station)].waiting(at: 1) {
      shipments.prefetch(Int32(bitPattern: second))
    }
  }

  // MARK: Departures with a load

  private mutating func hold(_ slot: Int32, for departure: Int32, now: Int64) {
    shipments.rows[Int(slot)].state = .held
    shipments.append(slot, to: &departures[Int(departure)].queue)
    if !departures[Int(departure)].isScheduled { scheduleDeparture(departure, ready: now) }
  }

  private mutating func scheduleDeparture(_ departure: Int32, ready: Int64) {
    let spec = view.departures + Int(departure)
    let leaves =
      isDisrupted
      ? nextUndisrupted(
        in: spec.pointee.timetable, atOrAfter: ready, cutOff: spec.pointee.cutOff,
        set: network.tables.departureHolds[Int(departure)])
      : next(in: spec.pointee.timetable, atOrAfter: ready &+ spec.pointee.cutOff)
    guard leaves <= clock.limit else { return }
    departures[Int(departure)].isScheduled = true
    schedule(KernelEvent(.departure, departure), at: leaves)
  }

  /// A departure leaves with what was ready in time, vehicle after vehicle; the rest waits for the next.
  mutating func depart(_ departure: Int32, now: Int64) {
    let spec = view.departures + Int(departure)
    let state = departures + Int(departure)
    state.pointee.isScheduled = false
    let ready = now &- spec.pointee.cutOff
    for _ in 0..<spec.pointee.vehicles {
      let load = loadOfVehicle(spec, from: state.pointee.queue, ready: ready)
      if load == 0 { break }
      leave(with: load, state, spec, now: now)
    }
    if state.pointee.queue.count > 0, !state.pointee.isScheduled {
      let first = shipments.rows[Int(state.pointee.queue.first)]
      scheduleDeparture(departure, ready: max(now &+ 1 &- spec.pointee.cutOff, first.since))
    }
  }

  /// Shipments at the head of the queue that one vehicle takes: those that were ready in time, until the
  /// next one does not fit. Nothing passes what waits before it, and what is larger than a vehicle has one
  /// to itself.
  private mutating func loadOfVehicle(
    _ spec: UnsafePointer<DepartureSpec>, from queue: ShipmentQueue, ready: Int64
  ) -> Int32 {
    var load: Int32 = 0
    var grams: Int64 = 0
    var volume: Int64 = 0
    var slot = queue.first
    while slot >= 0, shipments.rows[Int(slot)].since <= ready,
      spec.pointee.capacity == 0 || load < spec.pointee.capacity
    {
      if spec.pointee.isWeighed {
        let size = size(of: shipments.rows + Int(slot))
        grams = grams.saturatingSum(size.grams)
        volume = volume.saturatingSum(size.volume)
        let isFull =
          spec.pointee.grams > 0 && grams > spec.pointee.grams
          || spec.pointee.volume > 0 && volume > spec.pointee.volume
        if isFull, load > 0 { break }
      }
      load &+= 1
      slot = shipments.rows[Int(slot)].link
    }
    return load
  }

  /// Weight [g] and volume [cm3] of what a shipment carries; the volume only where it decides anything.
  mutating func size(of shipment: UnsafePointer<ShipmentRow>) -> (grams: Int64, volume: Int64) {
    var size: (grams: Int64, volume: Int64) = (0, 0)
    var line = orders.rows[Int(shipment.pointee.order)].firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      if row.site == shipment.pointee.site {
        size.grams &+= Int64(view.skuGrams[Int(row.sku)]) &* Int64(row.units)
        if view.usesVolume {
          size.volume = size.volume.saturatingSum(
            view.skuVolume[Int(row.sku)].saturatingProduct(Int64(row.units)))
        }
      }
      line = row.next
    }
    return size
  }

  /// One vehicle leaves with the first shipments of the queue, which share its trip evenly.
  private mutating func leave(
    with load: Int32, _ state: UnsafeMutablePointer<DepartureState>,
    _ spec: UnsafePointer<DepartureSpec>, now: Int64
  ) {
    for position in 0..<Int64(load) {
      let slot = shipments.popFirst(&state.pointee.queue)
      let shipment = shipments.rows + Int(slot)
      let step = view.steps[Int(shipment.pointee.step)]
      if spec.pointee.perTrip != 0, orders.rows[Int(shipment.pointee.order)].isObserved {
        post(
          spec.pointee.account, from: spec.pointee.payer, to: .carrier,
          micros: share(of: spec.pointee.perTrip, position, among: Int64(load)), for: shipment)
      }
      if !spec.pointee.co2e.isZero, orders.rows[Int(shipment.pointee.order)].isObserved {
        emit(
          spec.pointee.mode, spec.pointee.account, spec.pointee.co2e, position, among: Int64(load))
      }
      if step.flags.contains(.ships) {
        markMissed(
          shipment, in: spec.pointee.timetable, cutOff: spec.pointee.cutOff,
          ready: shipment.pointee.since, leaves: now)
      }
      pass(shipment, step, from: shipment.pointee.since, to: now, stage: step.waitStage)
      execute(slot, from: now, now: now)
    }
  }

  /// The part of an amount that falls to one of several, so that the parts add up to it.
  @inline(__always)
  mutating func share(of amount: Int64, _ position: Int64, among count: Int64) -> Int64 {
    // The quotient apart, because amount x position may not fit.
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: count)
    return whole + rest * (position + 1) / count - rest * position / count
  }
}
