import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Orders at given instants instead of drawn ones, so that what becomes of them can be computed by hand.
struct ScriptedOrders: OrderSourceDefinition {
  struct Order {
    /// Since the start of the scenario [µs].
    var at: Int64
    var zone: Int32 = 0
    /// SKU and units of each line.
    var lines: [(sku: Int32, units: Int32)] = [(0, 1)]
  }
  var orders: [Order]

  func makeSource(index: Int, run: RunSeed) -> OrderSource { Source(orders) }

  private final class Source: OrderSource {
    private let orders: [Order]

    init(_ orders: [Order]) {
      self.orders = orders
      super.init()
      epoch = orders.first?.at ?? .max
    }

    override func advance() {
      number += 1
      epoch = Int(number) < orders.count ? orders[Int(number)].at : .max
    }

    override func describe(_ draft: inout OrderDraft) {
      let order = orders[Int(number)]
      draft.zone = order.zone
      draft.seller = 0
      draft.clear()
      for line in order.lines { draft.append(sku: line.sku, units: line.units) }
    }
  }
}

/// A small scenario on the plane, in UTC, whose orders are scripted; starts on a Monday.
struct ScriptedCase {
  var start = "2026-11-02"
  var days = 14
  var experiment = ""
  var currency = "currency: USD"
  var market = ""
  var zones = "[{name: zone, x: 0 km, y: 0 km}]"
  var sellers = "{shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}"
  var strategy: String
  /// Whether customers live in the middle of their zones, and not anywhere in them.
  var customersAreCentral = false

  var text: String {
    """
    name: scripted
    \(currency)
    experiment: {start: \(start), window: \(days) d, drain: \(days) d\(experiment)}
    market:
      geometry: plane
    \(market)
      zones: \(zones)
      sellers: \(sellers)
      demand: {clicks: {kind: shelf, seller: shop, rate: 10 orders/day}}
    strategies:
      it:
    \(strategy)
    """
  }

  func network() throws -> Network { try Model(text: text).networks[0] }

  /// One replication with these orders; the laws of every run hold.
  func run(_ orders: [ScriptedOrders.Order], replication: Int = 0) throws -> Outcome {
    var tables = try network().tables
    tables.sources = [ScriptedOrders(orders: orders)]
    if customersAreCentral {
      for index in tables.roundStops.indices { tables.roundStops[index].radius = 0 }
    }
    let outcome = Kernel(
      Network(tables), run: RunSeed(seed: 1, replication: replication), observer: Unwatched()
    )
    .outcomeOfRun()
    #expect(outcome.violations == [])
    return outcome
  }

  /// The instant of a wall-clock time in UTC [µs since the start].
  func instant(_ time: String) -> Int64 {
    let zone = CivilTimeZone.utc
    let from = CivilDateTime(start)!.unixSeconds(in: zone)
    return (CivilDateTime(time)!.unixSeconds(in: zone) - from) * 1_000_000
  }

  /// Expects that each order, in the order of their numbers, is at its door at the instant to the
  /// microsecond.
  func expectDelivered(
    _ outcome: Outcome, at instants: [Int64], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.ordersDelivered == instants.count, sourceLocation: sourceLocation)
    var hash: UInt64 = 0
    for (number, instant) in instants.enumerated() {
      hash &+= mixed(UInt64(number), UInt64(bitPattern: instant))
    }
    #expect(outcome.orderHash == hash, sourceLocation: sourceLocation)
  }
}
