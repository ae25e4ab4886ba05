import DiscreteEvent
import Quantities
import Testing

@testable import Fulfillment

@Suite struct ChannelTests {
  static let sources = """
    {web: {kind: shelf, seller: shop}, \
    live: {kind: livestream, seller: shop, viewers: 50, start: "18:00"}, \
    clips: {kind: video, seller: shop, direct: 3, viral_share: 0 %}, \
    other: {kind: shelf, seller: rest, rate: 20 orders/day}}
    """
  static let sellers = """
    {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 3, orders: 300 orders/day, \
    channels: {web: 32 %, live: 10 %, clips: 58 %}}, \
    rest: {places: [{name: away, x: 0 km, y: 0 km}], skus: 1}}
    """

  @Test func `each channel brings its share of the cohort's orders`() throws {
    let model = try Model(
      demand: Self.sources, window: "20 d", market: "scale: 0.5", sellers: Self.sellers)
    #expect(abs(model.expectedOrders / 20 - (150 + 10 * (5 + 1.8) / 7)) < 1e-9)
    // Sources come in the sequence of their names: clips, live, other, web.
    let names = ["clips", "live", "other", "web"]
    for (name, share) in [("live", 0.1), ("web", 0.32)] {
      let source = try #require(names.firstIndex(of: name))
      let counts = Counts((0..<100).map { model.orders(of: source, replication: $0).count })
      // The window of 20 days has fewer weekends than other times; sessions are on every day.
      let weekly = name == "web" ? (14 + 6 * 0.9) / 20 / ((5 + 1.8) / 7) : 1
      #expect(abs(counts.meanScore(20 * 150 * share * weekly)) < 4)
    }
    let clips = Counts((0..<100).map { model.orders(of: 0, replication: $0).count })
    #expect(clips.mean > 20 * 150 * 0.58 * 0.85)
    #expect(clips.mean < 20 * 150 * 0.58 * 1.02)
  }

  @Test func `figures are given by channel and group of zones, and add up`() throws {
    let model = try Model(
      text: """
        name: slices
        experiment: {start: 2026-11-02, window: 7 d, drain: 10 d}
        market:
          geometry: plane
          promise: {within: 30 h}
          zones:
            - {name: near, x: 0 km, y: 0 km, weight: 3, group: city}
            - {name: far, x: 400 km, y: 0 km}
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 3}}
          demand:
            web: {kind: shelf, seller: shop, rate: 100 orders/day}
            air: {kind: broadcast, seller: shop, viewers: 1000, conversion: 3 %}
        strategies:
          post:
            facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
            last_mile:
              door:
                kind: parcel_carrier
                transit: 24 h
                base: 2 USD
                per_distance: 0.01 USD/km
                transit_per_distance: 0.03 h/km
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
    let network = model.networks[0]
    let outcome = model.replicate(strategy: 0, RunSeed(seed: 1, replication: 0))
    #expect(outcome.violations == [])
    let drawn = [model.orders(of: 0, seed: 1), model.orders(of: 1, seed: 1)]
    let values = Dictionary(
      uniqueKeysWithValues: zip(network.measures.map(\.name), network.values(of: outcome)))
    func ratio(_ name: String) throws -> (Double, Double) {
      guard case .ratio(let sum, let count) = try #require(values[name]) else { return (0, 0) }
      return (sum, count)
    }
    #expect(try ratio("channel.broadcast.orders_placed").0 == Double(drawn[0].count))
    #expect(try ratio("channel.shelf.orders_placed").0 == Double(drawn[1].count))
    let far = drawn.joined().count { network.tables.zoneNames[$0.zone] == "far" }
    #expect(try ratio("zone_group.other.orders_placed").0 == Double(far))
    // 24 h in the city, 36 h far away, where the promise of 30 h is missed.
    let (hours, count) = try ratio("zone_group.other.click_to_door_hours.mean")
    #expect(abs(hours / count - 36) < 0.001)
    let (near, cityCount) = try ratio("zone_group.city.click_to_door_hours.mean")
    #expect(abs(near / cityCount - 24) < 0.001)
    #expect(try ratio("zone_group.city.on_time_rate").0 == cityCount)
    #expect(try ratio("zone_group.other.on_time_rate").0 == 0)
    #expect(try ratio("zone_group.city.direct_cost_per_order").0 == 2 * cityCount)
    #expect(try ratio("zone_group.other.direct_cost_per_order").0 == 6 * count)
    let channels = outcome.slices.prefix(2).reduce(0) { $0 + $1.cost }
    #expect(channels == outcome.ledger.total(.lastMile).micros)
    // Three quarters take 24 h.
    let times = network.tables.channels.sliced.indices.map { channel in
      [0.5, 0.9].map { outcome.sketches[2 + channel].quantile($0) }
    }
    #expect(times.allSatisfy { abs($0[0] / 24 - 1) <= 0.005 && abs($0[1] / 36 - 1) <= 0.005 })
    #expect(outcome.channelClickToDoor.map(\.count) == outcome.slices.prefix(2).map(\.delivered))
  }

  @Test func `one channel alone has no figures of its own`() throws {
    let model = try Model(demand: "{web: {kind: shelf, seller: shop, rate: 10 orders/day}}")
    #expect(!model.networks[0].measures.contains { $0.name.hasPrefix("channel.") })
  }
}
