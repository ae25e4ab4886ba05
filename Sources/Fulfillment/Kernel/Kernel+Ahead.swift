internal import DiscreteEvent
internal import Quantities

/// A station whose shipments meet no further queue on their way: when one joins, it is known when its work
/// begins and ends, so no event is made and the way goes on at once.
struct AheadStation: BitwiseCopyable {
  /// 0: works by events.
  var servers: Int32
  /// When each server will have done what it was given, rows of the kernel's `freeAt`.
  var firstServer: Int32
  /// Its row in the books of the series.
  var row: Int32
  /// Waits of those who waited, and the number of those who did not, as `Station` tallies them.
  var delays = Tally()
  var undelayed = 0
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
    if start > now { series.addAhead(.queue, of: station.pointee.row, from: now, to: start) }
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
    spend(shipment, step.waitStage, from: now, to: start)
    seat(step, for: shipment)
    let work = work(of: shipment, step)
    let end = start &+ work
    server.pointee = end
    series.addAhead(.work, of: station.pointee.row, from: start, to: end)
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

  /// Draws the work of a station on a shipment, for which the stream is seated.
  @inline(__always)
  mutating func work(of shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow) -> Int64 {
    var work: Int64 = 0
    var draws = 1
    if step.flags.contains(.perLine) {
      draws = Int(shipment.pointee.lines)
    } else if step.flags.contains(.perUnit) {
      draws = Int(shipment.pointee.units)
    }
    for _ in 0..<draws { work = min(work &+ duration(step.law), endless) }
    return work
  }

  /// Waiting times in the queue of a station.
  mutating func waits(of station: Int) -> Tally {
    var waits = stations[station].waits
    waits.merge(ahead[station].delays)
    waits.merge(Tally(zeros: ahead[station].undelayed))
    return waits
  }
}
