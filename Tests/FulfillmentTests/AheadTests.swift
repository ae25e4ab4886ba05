import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Stations that work ahead do what the events of a watched run do, bit by bit.
@Suite struct AheadTests {
  /// A center whose orders are picked, packed and sorted, and what is beside it.
  private func center(
    servers: Int, time: String, pack: String = "", path: String = "{from: fc, last_mile: door}",
    facilities: String = "", lanes: String = "[]"
  ) -> ScriptedCase {
    ScriptedCase(
      days: 3, experiment: ", warm_up: 1 d",
      strategy: """
            facilities:
              fc:
                kind: fulfillment_center
                sites: [{name: fc, x: 0 km, y: 0 km}]
                stock: null
                pick: {time: \(time), per: line, servers: \(servers), wage: 36 USD/h, paid: worked}
                pack: {time: \(time), servers: \(servers)\(pack)}
                sort: {time: \(time), servers: \(servers)}
                dwell: 4 h
        \(facilities)
            lanes: \(lanes)
            last_mile: {door: {kind: parcel_carrier, transit: "lognormal(mean: 5 h, cv: 0.5)", base: 4 USD}}
            paths: [\(path)]
            sourcing: [{from: fc}]
        """)
  }

  /// Orders of four days, among them many of one instant and bursts that queue for hours.
  private var orders: [ScriptedOrders.Order] {
    var stream = RandomStream()
    stream.seat(seed: 7, purpose: Purpose("orders"), replication: 0, entity: 0)
    var orders: [ScriptedOrders.Order] = []
    var now: Int64 = 0
    while now < 4 * 86_400_000_000 {
      // On whole minutes, so that constant times end together.
      now += Int64(stream.exponential() * 20) * 60_000_000
      for _ in 0..<(orders.count % 50 == 49 ? 200 : 1 + stream.integer(below: 3)) {
        let lines = (0...stream.integer(below: 2)).map { _ in (sku: Int32(0), units: Int32(1)) }
        orders.append(.init(at: now, lines: lines))
      }
    }
    return orders.filter { $0.at < 4 * 86_400_000_000 }
  }

  @Test(arguments: [1, 2, 16], ["1 min", "\"lognormal(mean: 1 min, cv: 0.6)\"", "1 s"])
  func `a row of stations needs no events`(servers: Int, time: String) throws {
    var tables = try center(servers: servers, time: time).network().tables
    tables.sources = [ScriptedOrders(orders: orders)]
    let network = Network(tables)
    let run = RunSeed(seed: 1, replication: 0)
    let ahead = Kernel(network, run: run, observer: Unwatched()).outcomeOfRun()
    let (watched, recorder) = Kernel(network, run: run, observer: TraceRecorder(.all))
      .observations()
    #expect(recorder.records.count == ahead.ordersPlaced)
    #expect(ahead.violations == [] && watched.violations == [])
    #expect(ahead.ordersDelivered > 1000)
    #expect(ahead.fingerprint == watched.fingerprint)
    #expect(ahead.busyTime == watched.busyTime)
    #expect(ahead.queueTime == watched.queueTime)
    #expect(ahead.series == watched.series)
    #expect(ahead.waits == watched.waits)
    // Nothing but arrivals, hours and phases.
    #expect(ahead.events < orders.count + 200)
    #expect(watched.events > ahead.events + 3 * ahead.ordersDelivered)
  }

  @Test func `only a station that hands all it does to one more works ahead of it`() throws {
    func serversAhead(_ scripted: ScriptedCase) throws -> [String: Int32] {
      let tables = try scripted.network().tables
      return Dictionary(
        uniqueKeysWithValues: zip(tables.stations.map(\.process), tables.serversAhead))
    }
    let row = try serversAhead(center(servers: 2, time: "1 min"))
    #expect(Set(row.values) == [2] && row.count == 3)
    // As many all the time, or none ahead of it either.
    let staffed = try serversAhead(
      center(servers: 2, time: "1 min", pack: ", hours: \"08:00-20:00\""))
    #expect(staffed.values.sorted() == [0, 0, 2])
  }
}
