internal import DiscreteEvent
internal import Foundation
internal import Quantities
internal import RandomVariates

/// Distance constant of tours through n points of an area A: length = k sqrt(n A) [PERC].
private let tourConstant = 0.7124

/// The primitive Round: vehicles that serve many stops in waves (vans), or few as soon as they can
/// (couriers).
extension Kernel {
  mutating func joinRound(_ slot: Int32, stop: Int32, now: Int64) {
    let round = view.roundStops[Int(stop)].round
    shipments.rows[Int(slot)].state = .awaitingRound
    shipments.append(slot, to: &rounds[Int(round)].queue)
    let spec = network.tables.rounds[Int(round)]
    if spec.timetable < 0 {
      while rounds[Int(round)].queue.count > 0, rounds[Int(round)].out < rounds[Int(round)].staffed
      {
        sendOne(round, now: now)
      }
    } else if !rounds[Int(round)].isScheduled {
      scheduleWave(round, after: now)
    }
  }

  private mutating func scheduleWave(_ round: Int32, after instant: Int64) {
    let timetable = network.tables.rounds[Int(round)].timetable
    let leaves =
      isDisrupted
      ? nextUndisrupted(
        in: timetable, atOrAfter: instant, cutOff: 0, set: network.tables.roundHolds[Int(round)])
      : next(in: timetable, atOrAfter: instant)
    guard leaves <= clock.limit else { return }
    rounds[Int(round)].isScheduled = true
    schedule(KernelEvent(.wave, round), at: leaves)
  }

  /// A vehicle comes back: it leaves again if shipments wait and its shift goes on.
  mutating func vehicleBack(_ round: Int32, now: Int64) {
    changeOut(round, by: -1, now: now)
    if network.tables.rounds[Int(round)].timetable < 0 {
      while rounds[Int(round)].queue.count > 0, rounds[Int(round)].out < rounds[Int(round)].staffed
      {
        sendOne(round, now: now)
      }
    }
  }

  mutating func changeFleet(_ round: Int32, now: Int64) {
    let changes = network.tables.rounds[Int(round)].staffing.changes
    let cursor = Int(rounds[Int(round)].nextStaffing)
    if cursor + 1 < changes.count {
      rounds[Int(round)].nextStaffing = Int32(cursor + 1)
      schedule(KernelEvent(.fleet, round), at: changes[cursor + 1].at.microseconds)
    }
    staffRound(round, with: Int32(changes[cursor].servers), now: now)
  }

  /// Sets how many vehicles are on duty; free ones take up what waits.
  mutating func staffRound(_ round: Int32, with vehicles: Int32, now: Int64) {
    changeOut(round, by: 0, now: now)
    rounds[Int(round)].staffed =
      isDisrupted ? vehiclesLeft(vehicles, of: Int(round)) : vehicles
    if network.tables.rounds[Int(round)].timetable < 0 {
      while rounds[Int(round)].queue.count > 0, rounds[Int(round)].out < rounds[Int(round)].staffed
      {
        sendOne(round, now: now)
      }
    }
  }

  private mutating func changeOut(_ round: Int32, by delta: Int32, stops: Int64 = 0, now: Int64) {
    let state = rounds + Int(round)
    if !isWindowOver {
      let span = now &- state.pointee.lastChange
      state.pointee.outTime &+= Int64(state.pointee.out) &* span
      state.pointee.staffedTime &+= Int64(state.pointee.staffed) &* span
      state.pointee.lastChange = now
      state.pointee.stops &+= stops
    }
    state.pointee.out &+= delta
  }

  // MARK: Few stops, at once

  /// One vehicle leaves with the shipments that have waited longest: to each customer's own place, in the
  /// order of nearest next, and back.
  private mutating func sendOne(_ round: Int32, now: Int64) {
    let spec = network.tables.rounds[Int(round)]
    let load = min(rounds[Int(round)].queue.count, spec.capacity)
    var pending: [(slot: Int32, east: Double, north: Double)] = []
    pending.reserveCapacity(Int(load))
    for _ in 0..<load {
      let slot = shipments.popFirst(&rounds[Int(round)].queue)
      let place = customerPlace(slot)
      pending.append((slot, place.east, place.north))
    }
    changeOut(round, by: 1, stops: Int64(load), now: now)
    let start = now &+ spec.loading
    var time = start
    var meters = 0.0
    var east = 0.0
    var north = 0.0
    var served: [(slot: Int32, at: Int64)] = []
    while !pending.isEmpty {
      var nearest = 0
      var distance = Double.infinity
      for (index, stop) in pending.enumerated() {
        let d =
          ((stop.east - east) * (stop.east - east) + (stop.north - north) * (stop.north - north))
          .squareRoot()
        if d < distance { (nearest, distance) = (index, d) }
      }
      let stop = pending.remove(at: nearest)
      (east, north) = (stop.east, stop.north)
      meters += distance * spec.circuity
      time = drive(distance * spec.circuity, at: spec.speed, from: time, spec)
      time = min(time &+ service(stop.slot, spec), 2 &* endless)
      served.append((stop.slot, time))
    }
    let home = (east * east + north * north).squareRoot() * spec.circuity
    meters += home
    let back = drive(home, at: spec.speed, from: time, spec)
    finishRound(served, spec, started: now, back: back, meters: meters, now: now)
    schedule(KernelEvent(.vehicleBack, round), at: back)
  }

  /// Where the customer of a shipment is, relative to the round's site [m]: uniform in the zone's disk and
  /// the same under every strategy.
  private mutating func customerPlace(_ slot: Int32) -> (east: Double, north: Double) {
    let shipment = shipments.rows[Int(slot)]
    let stop = view.roundStops[Int(view.steps[Int(shipment.step)].resource)]
    stream.seat(
      seed: run.seed, purpose: view.customerPurpose, replication: run.replication,
      entity: orders.rows[Int(shipment.order)].number)
    let radius = stop.radius * stream.uniform().squareRoot()
    let angle = 2 * Double.pi * stream.uniform()
    return (stop.east + radius * cos(angle), stop.north + radius * sin(angle))
  }

  private mutating func service(_ slot: Int32, _ spec: RoundSpec) -> Int64 {
    let shipment = shipments.rows[Int(slot)]
    seat(
      spec.servicePurpose, order: orders.rows[Int(shipment.order)].number,
      part: UInt64(shipment.ordinal))
    return duration(spec.serviceLaw)
  }

  // MARK: Many stops, in waves

  /// All vehicles at the site leave with an even share of what waits; what exceeds their capacity or their
  /// longest duration waits for the next wave. Lengths by continuous approximation ([daganzo2005], ch. 4):
  /// way to the district and back, and k sqrt(A / n) from stop to stop.
  mutating func wave(_ round: Int32, now: Int64) {
    rounds[Int(round)].isScheduled = false
    let spec = network.tables.rounds[Int(round)]
    let waiting = Int(rounds[Int(round)].queue.count)
    let vehicles = Int(rounds[Int(round)].staffed - rounds[Int(round)].out)
    let tour = tour(of: round, spec, own: waiting, now: now)
    if spec.othersPerArea > 0 {
      sendWithOthers(round, spec, tour, now: now)
    } else if waiting > 0, vehicles > 0 {
      let used = min(vehicles, (waiting + tour.stops - 1) / tour.stops)
      let total = min(waiting, used * tour.stops)
      for vehicle in 0..<used {
        let load = total * (vehicle + 1) / used - total * vehicle / used
        sendWave(round, spec, tour, load: load, now: now)
      }
    }
    if rounds[Int(round)].queue.count > 0 { scheduleWave(round, after: now &+ 1) }
  }

  private mutating func tour(of round: Int32, _ spec: RoundSpec, own: Int, now: Int64) -> Tour {
    guard own > 0 else { return Tour() }
    let first = shipments.rows[Int(rounds[Int(round)].queue.first)]
    let stop = view.roundStops[Int(view.steps[Int(first.step)].resource)]
    let area = Double.pi * stop.radius * stop.radius
    let way =
      (stop.east * stop.east + stop.north * stop.north).squareRoot() + 2.0 / 3.0 * stop.radius
    let density = Double(own) / area + spec.othersPerArea
    var tour = Tour(
      stem: way * spec.circuity, leg: tourConstant / density.squareRoot() * spec.circuity,
      serviceMean: network.tables.laws[Int(spec.serviceLaw)].mean, stops: Int(spec.capacity))
    if spec.durationMaximum > 0, spec.speeds >= 0 {
      tour.stops = stops(
        within: now &+ spec.durationMaximum, from: now &+ spec.loading, tour, spec)
    } else if spec.durationMaximum > 0 {
      let left =
        Double(spec.durationMaximum - spec.loading) * 1e-6 - 2 * tour.stem / spec.stemSpeed
      let fitting = left / (tour.leg / spec.speed + tour.serviceMean)
      if fitting < Double(tour.stops) { tour.stops = max(1, Int(fitting)) }
    }
    return tour
  }

  /// Parcels ride in the full vans of a larger network: each at a place of its own in a round, and paid
  /// for by the stop.
  private mutating func sendWithOthers(
    _ round: Int32, _ spec: RoundSpec, _ tour: Tour, now: Int64
  ) {
    let start = drive(tour.stem, at: spec.stemSpeed, from: now &+ spec.loading, spec)
    let perStop = tour.leg / spec.speed + tour.serviceMean
    let length = Double(tour.stops) * perStop
    var back = instant(length + tour.stem / spec.stemSpeed, after: start)
    // When the vehicle sets off for each stop, where that is not in even steps.
    var turns: [Int64] = []
    if spec.speeds >= 0 {
      var time = start
      for _ in 0..<tour.stops {
        turns.append(time)
        time = instant(
          tour.serviceMean, after: drive(tour.leg, at: spec.speed, from: time, spec))
      }
      back = drive(tour.stem, at: spec.stemSpeed, from: time, spec)
    }
    let meters = 2 * tour.stem + Double(tour.stops) * tour.leg
    let whole =
      Double(spec.perRound) + meters * spec.perMeter
      + Double(back - now) * 1e-6 * spec.wagePerSecond
    let cost = Int64(saturating: whole / Double(tour.stops))
    let emitted = spec.co2e.over(meters / Double(tour.stops))
    for _ in 0..<rounds[Int(round)].queue.count {
      let slot = shipments.popFirst(&rounds[Int(round)].queue)
      let shipment = shipments.rows[Int(slot)]
      seat(
        spec.servicePurpose, order: orders.rows[Int(shipment.order)].number,
        part: UInt64(shipment.ordinal))
      let place = stream.uniform() * Double(tour.stops)
      let turn =
        turns.isEmpty
        ? instant(place.rounded(.down) * perStop, after: start) : turns[Int(place)]
      let at = drive(tour.leg, at: spec.speed, from: turn, spec) &+ duration(spec.serviceLaw)
      if isObserved(slot) { emit(spec.mode, .lastMile, emitted, 0, among: 1) }
      finishStop(slot, spec, started: now, at: at, cost: cost &+ spec.perStop, now: now)
    }
  }

  private mutating func sendWave(
    _ round: Int32, _ spec: RoundSpec, _ tour: Tour, load: Int, now: Int64
  ) {
    changeOut(round, by: 1, stops: Int64(load), now: now)
    var time = drive(tour.stem, at: spec.stemSpeed, from: now &+ spec.loading, spec)
    var served: [(slot: Int32, at: Int64)] = []
    served.reserveCapacity(load)
    for _ in 0..<load {
      let slot = shipments.popFirst(&rounds[Int(round)].queue)
      orders.prefetch(shipments.rows[Int(slot)].order)
      served.append((slot, 0))
    }
    for position in 0..<load {
      let slot = served[position].slot
      lines.prefetch(orders.rows[Int(shipments.rows[Int(slot)].order)].firstLine)
      if position > 0 { time = drive(tour.leg, at: spec.speed, from: time, spec) }
      time = min(time &+ service(slot, spec), 2 &* endless)
      served[position].at = time
    }
    let back = drive(tour.stem, at: spec.stemSpeed, from: time, spec)
    finishRound(
      served, spec, started: now, back: back,
      meters: 2 * tour.stem + Double(load - 1) * tour.leg, now: now)
    schedule(KernelEvent(.vehicleBack, round), at: back)
  }

  /// Books a round's cost, shared evenly by its stops, and carries its shipments on from their doors.
  private mutating func finishRound(
    _ served: [(slot: Int32, at: Int64)], _ spec: RoundSpec, started: Int64, back: Int64,
    meters: Double, now: Int64
  ) {
    let whole =
      Double(spec.perRound) + meters * spec.perMeter
      + Double(back - started) * 1e-6 * spec.wagePerSecond
    let cost = Int64(saturating: whole)
    let emitted = spec.co2e.over(meters)
    for (position, stop) in served.enumerated() {
      let part = share(of: cost, Int64(position), among: Int64(served.count))
      if isObserved(stop.slot) {
        emit(spec.mode, .lastMile, emitted, Int64(position), among: Int64(served.count))
      }
      finishStop(
        stop.slot, spec, started: started, at: stop.at, cost: part + spec.perStop, now: now)
    }
  }

  private mutating func isObserved(_ slot: Int32) -> Bool {
    orders.rows[Int(shipments.rows[Int(slot)].order)].isObserved
  }

  /// A shipment is handed over at a door at `at`.
  private mutating func finishStop(
    _ slot: Int32, _ spec: RoundSpec, started: Int64, at: Int64, cost: Int64, now: Int64
  ) {
    let shipment = shipments.rows + Int(slot)
    if orders.rows[Int(shipment.pointee.order)].isObserved {
      post(.lastMile, from: spec.payer, to: .carrier, micros: cost, for: shipment)
      if view.tracksShipping {
        noteShipping(
          .lastMile, payer: spec.payer, micros: cost, order: shipment.pointee.order)
      }
    }
    let step = view.steps[Int(shipment.pointee.step)]
    if step.flags.contains(.ships) {
      let timetable = network.tables.rounds[Int(view.roundStops[Int(step.resource)].round)]
        .timetable
      if timetable >= 0 {
        markMissed(
          shipment, in: timetable, cutOff: 0, ready: shipment.pointee.since, leaves: started)
      }
    }
    spend(shipment, step.waitStage, from: shipment.pointee.since, to: started)
    if step.flags.contains(.ships) { markShipped(shipment, at: started) }
    if at <= clock.limit {
      spend(shipment, step.workStage, from: started, to: at)
    }
    shipment.pointee.since = at
    shipment.pointee.step &+= 1
    execute(slot, from: at, now: now)
  }
}
