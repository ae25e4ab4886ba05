internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// What goes wrong. Nothing of this is reached in a network without disruptions.
extension Kernel {
  mutating func startDisruptions() {
    guard let disruption else { return }
    for (index, spec) in network.tables.disruptions.enumerated() {
      let changesFlow = !spec.stations.isEmpty || !spec.rounds.isEmpty || !spec.stocks.isEmpty
      guard changesFlow else { continue }
      for incident in disruption.incidents[index] where incident.start <= clock.limit {
        // What began before the run goes on in it.
        schedule(
          KernelEvent(.disruption, Int32(index), amount: 1), at: max(0, incident.start))
        if incident.end <= clock.limit {
          schedule(
            KernelEvent(.disruption, Int32(index), amount: -1), at: max(0, incident.end))
        }
      }
    }
  }

  /// A disruption begins (1) or ends (-1).
  mutating func disrupt(_ index: Int32, _ change: Int32, now: Int64) {
    guard let disruption else { return }
    let tables = network.tables
    disruption.active[Int(index)] += Int(change)
    let spec = tables.disruptions[Int(index)]
    for (station, _) in spec.stations {
      disruption.stationLeft[station] = left { $0.stations.first { $0.index == station }?.left }
      staff(Int32(station), with: disruption.stationServers[station], now: now)
    }
    for (round, _) in spec.rounds {
      disruption.roundLeft[round] = left { $0.rounds.first { $0.index == round }?.left }
      staffRound(Int32(round), with: disruption.roundVehicles[round], now: now)
    }
    if change > 0 { loseStock(spec, Int(index), now: now) }
  }

  /// Product of what all disruptions that go on leave of something.
  private mutating func left(_ share: (DisruptionSpec) -> Double?) -> Double {
    guard let disruption else { return 1 }
    var product = 1.0
    for (index, spec) in network.tables.disruptions.enumerated()
    where disruption.active[index] > 0 {
      product *= share(spec) ?? 1
    }
    return product
  }

  /// Servers that are left of those on duty.
  mutating func serversLeft(_ servers: Int, at station: Int) -> Int {
    guard let disruption else { return servers }
    disruption.stationServers[station] = servers
    return Int((Double(servers) * disruption.stationLeft[station]).rounded())
  }

  /// Vehicles that are left of those on duty.
  mutating func vehiclesLeft(_ vehicles: Int32, of round: Int) -> Int32 {
    guard let disruption else { return vehicles }
    disruption.roundVehicles[round] = vehicles
    return Int32((Double(vehicles) * disruption.roundLeft[round]).rounded())
  }

  /// The first departure of a timetable at or after `instant` that no disruption holds.
  mutating func nextUndisrupted(
    in timetable: Int32, atOrAfter instant: Int64, cutOff: Int64, set: Int32
  )
    -> Int64
  {
    guard let disruption else { return next(in: timetable, atOrAfter: instant &+ cutOff) }
    var leaves = next(in: timetable, atOrAfter: instant &+ cutOff)
    while leaves < .max {
      let open = disruption.open(set, at: leaves).from
      if open <= leaves { return leaves }
      leaves = open > clock.limit ? .max : next(in: timetable, atOrAfter: open)
    }
    return .max
  }

  /// When a delay of a disrupted step is over: it begins when it may, takes longer where it is slowed, and
  /// stands still where it is stopped.
  mutating func disruptedEnd(of span: Int64, from time: Int64, step: Int32, calendar: Int32)
    -> Int64
  {
    guard let disruption else { return time &+ span }
    let effect = network.tables.stepEffects[Int(step)]
    let start = disruption.open(effect.hold, at: time).from
    if start > clock.limit { return 2 &* endless }
    let slowed = Double(span) * disruption.factor(effect.slow, at: start)
    var left = slowed < Double(endless) ? Int64(slowed) : endless
    if effect.pause < 0 {
      return calendar < 0 ? start &+ left : view.elapse(left, from: start, calendar: calendar)
    }
    var now = start
    while now <= clock.limit {
      var (from, until) = disruption.open(effect.pause, at: now)
      if calendar >= 0 {
        let hours = view.opening(calendar, at: from)
        if hours.from > from {
          now = hours.from
          continue
        }
        until = min(until, hours.until)
      }
      now = from
      if left <= until &- now { return now &+ left }
      left &-= until &- now
      now = until
    }
    return 2 &* endless
  }

  /// A time of work that begins now, with what slows it.
  mutating func slowed(_ work: Int64, step: Int32, now: Int64) -> Int64 {
    guard let disruption else { return work }
    let factor = disruption.factor(network.tables.stepEffects[Int(step)].slow, at: now)
    let slowed = Double(work) * factor
    return slowed < Double(endless) ? Int64(slowed) : endless
  }

  /// Units on hand are lost, each SKU's share rounded by a draw of its own, and written off at cost.
  private mutating func loseStock(_ spec: DisruptionSpec, _ index: Int, now: Int64) {
    let tables = network.tables
    var value: Int64 = 0
    for row in spec.stocks {
      let stock = stocks + row
      let sku = Int(tables.stocks[row].sku)
      stream.seat(
        seed: run.seed, purpose: Purpose("disruption.\(spec.name).units").key,
        replication: run.replication,
        entity: tables.stocks[row].key &+ UInt64(truncatingIfNeeded: now / 1_000_000))
      let share = Double(stock.pointee.onHand) * spec.stockShare
      let units = min(stock.pointee.onHand, Int32(share + stream.uniform()))
      guard units > 0 else { continue }
      integrate(stock, now: now)
      stock.pointee.onHand &-= units
      stock.pointee.lost &+= Int64(units)
      if view.hasStorageLimits { changeSpace(Int32(row), by: -units, now: now) }
      let cost = Double(tables.skus.price[sku]) * (1 - tables.skus.margin[sku])
      value = value.saturatingSum(Int64(saturating: cost).saturatingProduct(Int64(units)))
      if now >= clock.warmUpEnd, now < clock.windowEnd { outcome.unitsLost += Int(units) }
      replenish(Int32(row), atOrBelow: stock.pointee.reorderPoint, now: now)
    }
    if value != 0, now >= clock.warmUpEnd, now < clock.windowEnd {
      postOverhead(.writeOff, from: .seller, to: .outside, micros: value)
    }
  }

  // MARK: Whose fault it was

  /// Books a late order of the window: what it was late by, if disruptions were it.
  ///
  /// - Parameter instant: When the promise is broken.
  /// - Returns: Whether it would have been in time without disruptions.
  mutating func noteLate(_ number: UInt64, brokenAt instant: Int64) -> Bool {
    if let lateOrders { lateOrders.insert(number) }
    guard let disruption, let calm, !calm.contains(number) else { return false }
    for (index, incidents) in disruption.incidents.enumerated() {
      if let last = incidents.lastIndex(where: { $0.start <= instant }) {
        disruption.firstHarm[index][last] = min(disruption.firstHarm[index][last], instant)
      }
    }
    books.lateCauses[Int(LateCause.disruption.rawValue)] &+= 1
    return true
  }
}

/// What a run is in a network with disruptions.
struct Twin {
  /// Disruptions of the run; nil in a run without.
  var disruption: DisruptionState?
  /// Late orders of the twin without them, filled there and asked here.
  var calm: OrderSet?
  var lateOrders: OrderSet?

  static var none: Twin { Twin() }
}
