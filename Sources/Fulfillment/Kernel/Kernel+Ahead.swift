internal import DiscreteEvent
internal import Quantities

/// A station where it is known when the work on a shipment begins and ends as soon as it joins the queue, so
/// that neither is an event, and the way goes on from there: see `NetworkTables.serversAhead`.
struct AheadStation: BitwiseCopyable {
  /// 0: works by events.
  var servers: Int32
  /// When each server will have done what it was given, rows of the kernel's `freeAt`.
  var firstServer: Int32
  /// Its row in the books of the series.
  var row: Int32
  /// Shipments handed over to the next station, in the kernel's `handovers` from the first server on.
  var handovers: Int32 = 0
  /// When the work on the shipment that joined last begins.
  var lastStart: Int64 = 0
  /// Waits of those who waited, and the number of those who did not, as `Station` tallies them.
  var delays = Tally()
  var undelayed = 0
}

/// A shipment on its way from one station to the next, and when its work there ends.
struct Handover: BitwiseCopyable {
  var end: Int64
  var slot: Int32
}

/// - Source: Kiefer and Wolfowitz (1955), On the theory of queues with many servers, Trans. AMS 78, 1-18; for
///   one server Lindley (1952), The theory of queues with a single server, Proc. Camb. Phil. Soc. 48, 277-289.
extension Kernel {
  /// The stations that work ahead, none if something may yet change what is planned for an order; and how
  /// many rows and servers they have in all.
  static func ahead(of tables: NetworkTables, _ view: NetworkView, isFixed: Bool) -> (
    stations: UnsafeMutablePointer<AheadStation>, rows: Int, servers: Int
  ) {
    let stations = UnsafeMutablePointer<AheadStation>.allocate(
      capacity: max(1, tables.stations.count))
    let isFixed = isFixed && !Observer.isOn && !view.hasCustomers && !view.hasSubsidies
    var (row, first): (Int32, Int32) = (0, 0)
    for index in tables.stations.indices {
      let servers = isFixed ? view.stations[index].serversAhead : 0
      (stations + index).initialize(
        to: AheadStation(servers: servers, firstServer: first, row: row))
      first += servers
      row += servers > 0 ? 1 : 0
    }
    return (stations, Int(row), Int(first))
  }

  /// A shipment joins the queue and is served in its turn: the first server that is free takes it up.
  ///
  /// - Returns: When its work ends; nil if it does not begin within the run.
  @inline(__always)
  mutating func workAhead(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow, now: Int64
  ) -> Int64? {
    let station = ahead + Int(step.resource)
    var server = freeAt + Int(station.pointee.firstServer)
    for other in 1..<Int(station.pointee.servers) {
      let candidate = freeAt + (Int(station.pointee.firstServer) &+ other)
      if candidate.pointee < server.pointee { server = candidate }
    }
    let start = max(now, server.pointee)
    station.pointee.lastStart = start
    if start > now { series.plan(.queue, of: station.pointee.row, from: now, to: start) }
    if start > clock.limit {
      shipment.pointee.state = .queued
      return nil
    }
    if start >= clock.warmUpEnd {
      if start > now {
        station.pointee.delays.add(Double(start &- now) * 1e-6)
      } else {
        station.pointee.undelayed &+= 1
      }
    }
    if start > now { spend(shipment, step.waitStage, from: now, to: start) }
    let work = work(of: shipment, step)
    let end = start &+ work
    server.pointee = end
    series.plan(.work, of: station.pointee.row, from: start, to: end)
    if end > clock.limit {
      shipment.pointee.state = .inWork
      return nil
    }
    spend(shipment, step.workStage, from: start, to: end)
    payWork(shipment, view.stations + Int(step.resource), work)
    if step.flags.contains(.ships) { markShipped(shipment, at: end) }
    shipment.pointee.since = end
    shipment.pointee.step &+= 1
    return end
  }

  // MARK: From one station that works ahead to the next

  /// A shipment whose work at a station ends at `end` goes on to the next station, which gets all it does from
  /// here, in its turn: as soon as none that is to come can be there before it, for none begins before the
  /// one that joined last.
  ///
  /// Like this there is no event in between; the loop sees to it that nobody is waited for who does not come,
  /// and that no bin of a series ends before it is complete.
  @inline(__always)
  mutating func handOver(_ slot: Int32, from resource: Int32, at end: Int64) {
    let station = ahead + Int(resource)
    handOver(from: station, through: station.pointee.lastStart)
    let rows = handovers + Int(station.pointee.firstServer)
    var place = Int(station.pointee.handovers)
    while place > 0, rows[place &- 1].end > end {
      rows[place] = rows[place &- 1]
      place &-= 1
    }
    rows[place] = Handover(end: end, slot: slot)
    station.pointee.handovers &+= 1
  }

  /// Those whose work ends at or before an instant join the queue of the next station.
  @inline(__always)
  private mutating func handOver(
    from station: UnsafeMutablePointer<AheadStation>, through instant: Int64
  ) {
    let rows = handovers + Int(station.pointee.firstServer)
    while station.pointee.handovers > 0, rows[0].end <= instant {
      let first = rows[0]
      station.pointee.handovers &-= 1
      for place in 0..<Int(station.pointee.handovers) { rows[place] = rows[place &+ 1] }
      execute(first.slot, from: first.end, now: first.end)
    }
  }

  /// All stations hand over what they have done by `now`.
  mutating func handOver(now: Int64) {
    for index in 0..<view.stationCount where ahead[index].handovers > 0 {
      handOver(from: ahead + index, through: now)
    }
  }

  /// No more orders come: what is not handed over yet becomes events.
  mutating func endHandovers(now: Int64) {
    handOver(now: now)
    for index in 0..<view.stationCount {
      let rows = handovers + Int(ahead[index].firstServer)
      for place in 0..<Int(ahead[index].handovers) { resume(rows[place].slot, at: rows[place].end) }
      ahead[index].handovers = 0
    }
  }

  /// What a server is paid for the work on a shipment.
  @inline(__always)
  mutating func payWork(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ spec: UnsafePointer<StationView>, _ work: Int64
  ) {
    guard spec.pointee.wagePerMicrosecond > 0,
      orders.rows[Int(shipment.pointee.order)].isObserved
    else { return }
    post(
      spec.pointee.account, from: spec.pointee.payer, to: .outside,
      micros: Int64(saturating: Double(work) * spec.pointee.wagePerMicrosecond), for: shipment)
  }

  /// Waiting times in the queue of a station.
  mutating func waits(of station: Int) -> Tally {
    var waits = stations[station].waits
    waits.merge(ahead[station].delays)
    waits.merge(Tally(zeros: ahead[station].undelayed))
    return waits
  }
}
