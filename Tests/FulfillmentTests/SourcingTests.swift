import Fulfillment
import Testing

/// Which facility ships, where it can be told by hand.
@Suite struct SourcingTests {
  /// Sites at 1, 2, … km with units on hand of each SKU; nothing is ever ordered.
  private func model(
    _ sites: [String: [Int]], policies: [(policy: String, shortage: String)], orders: Int,
    lines: Int = 1
  ) throws -> Model {
    let names = sites.keys.sorted()
    let skus = sites.values.first!.count
    let places = names.enumerated().map { "{name: \($1), x: \($0 + 1) km, y: 0 km}" }
    let levels = names.flatMap { name in
      sites[name]!.enumerated().map { index, units in
        "{site: \(name), sku: s\(index + 1), reorder_point: -1, quantity: 1, initial: \(units)}"
      }
    }
    let strategies = policies.enumerated().map { index, rule in
      """
        p\(index):
          \(rule.shortage)
          facilities:
            fc:
              kind: fulfillment_center
              sites: [\(places.joined(separator: ", "))]
              stock: {lead_time: 900 d, levels: [\(levels.joined(separator: ", "))]}
              pick: {time: 0 min}
              pack: {time: 0 min}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: fc, last_mile: door}]
          sourcing: [{from: fc, policy: \(rule.policy)}]
      """
    }
    return try Model(
      text: """
        name: sourcing
        experiment: {start: 2026-11-02, window: 1 d, drain: 0 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers:
            shop:
              places: [{name: home, x: 0 km, y: 0 km}]
              products: [\((1...skus).map { "{name: s\($0)}" }.joined(separator: ", "))]
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: \(orders) orders/day, lines: \(lines)}}
        strategies:
        \(strategies.joined(separator: "\n"))
        """)
  }

  @Test func `most inventory draws the fullest site down to the others`() throws {
    let model = try model(
      ["a": [5], "b": [50], "c": [0]],
      policies: [("most_inventory", "shortage: lost"), ("nearest", "shortage: lost")], orders: 50)
    for seed in 0..<5 {
      let run = RunSeed(seed: UInt64(seed), replication: 0)
      let outcome = model.replicate(strategy: 0, run)
      let orders = outcome.ordersPlaced
      #expect(orders > 20 && outcome.violations == [])
      // b alone until it has 5 as well; then a, b, a, b, …: of equals the nearest.
      let (far, near) = (min(orders, 45), min(max(0, orders - 45), 10))
      #expect(outcome.sourced == [(near + 1) / 2, far + near / 2, 0])
      let other = model.replicate(strategy: 1, run)
      #expect(other.sourced == [min(orders, 5), min(orders - 5, 50), 0])
    }
  }

  /// Three lines of three SKUs: a has the first, b the second, c the third, d the second and third.
  @Test func `fewest splits finds two sites where two suffice`() throws {
    let model = try model(
      ["a": [9999, 0, 0], "b": [0, 9999, 0], "c": [0, 0, 9999], "d": [0, 9999, 9999]],
      policies: [
        ("nearest", "shortage: split"), ("fewest_splits", "shortage: split"),
        ("nearest", "{shortage: split, shipments_most: 2}"),
      ].map {
        (
          $0.0,
          $0.1.replacing("{", with: "").replacing("}", with: "").replacing(", ", with: "\n    ")
        )
      },
      orders: 1000, lines: 3)
    let outcomes = (0..<3).map {
      model.replicate(strategy: $0, RunSeed(seed: 1, replication: 0))
    }
    let orders = outcomes[0].ordersPlaced
    // Orders of all three SKUs go in three shipments by nearest, in two by fewest splits.
    let saved = outcomes[0].shipments - outcomes[1].shipments
    let mean = Double(orders) * 6 / 27
    #expect(abs(Double(saved) - mean) <= 4 * (mean * 21 / 27).squareRoot())
    #expect(outcomes[0].ordersSplit == outcomes[1].ordersSplit)
    // 18 of 27 orders are split in all: {1,2} and {1,3} and {1,2,3} in 6 of 27 each.
    let split = Double(orders) * 18 / 27
    #expect(
      abs(Double(outcomes[1].ordersSplit) - split) <= 4 * (split * 9 / 27).squareRoot())
    // More than two shipments are not allowed: those orders wait, at the nearest that carries all.
    #expect(outcomes[0].ordersSplit - outcomes[2].ordersSplit == saved)
    #expect(outcomes[2].ordersOpen == saved)
    for outcome in outcomes { #expect(outcome.violations == []) }
  }

  /// The near site takes its time, the far one is a longer way off but ready at once.
  @Test func `fastest counts work, departures and the way`() throws {
    func outcome(_ near: String, policy: String) throws -> Outcome {
      try Model(
        text: """
          name: fastest
          experiment: {start: 2026-11-02, window: 1 d, drain: 9 d}
          market:
            geometry: plane
            zones: [{name: zone, x: 0 km, y: 0 km}]
            sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
            demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 50 orders/day}}
          strategies:
            s:
              facilities:
                near: {kind: fulfillment_center, sites: [{name: near, x: 1 km, y: 0 km}], stock: null, \(near)}
                swift: {kind: fulfillment_center, sites: [{name: swift, x: 100 km, y: 0 km}], stock: null}
              last_mile: {door: {kind: parcel_carrier, transit: 1 h, transit_per_distance: 0.1 h/km}}
              paths: [{from: [near, swift], last_mile: door}]
              sourcing: [{from: [near, swift], policy: \(policy)}]
          """
      ).replicate(strategy: 0, RunSeed(seed: 2, replication: 0))
    }
    // The way takes 9.9 h more; a wave a day is waited for 12 h on average, two a day 6 h.
    #expect(try outcome("dwell: 9 h", policy: "fastest").sourced[1] == 0)
    #expect(try outcome("dwell: 11 h", policy: "fastest").sourced[0] == 0)
    #expect(try outcome("dwell: 11 h", policy: "nearest").sourced[1] == 0)
    #expect(try outcome("release: {at: [\"12:00\"]}", policy: "fastest").sourced[0] == 0)
    #expect(try outcome("release: {every: 12 h}", policy: "fastest").sourced[1] == 0)
  }

  /// The near site packs in dearer boxes, the far one has the dearer way.
  @Test func `cheapest weighs the building against the way`() throws {
    func shares(_ material: String, policy: String) throws -> [Int] {
      let outcome = try Model(
        text: """
          name: cheapest
          experiment: {start: 2026-11-02, window: 1 d, drain: 9 d}
          market:
            geometry: plane
            zones: [{name: zone, x: 0 km, y: 0 km}]
            sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
            demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 50 orders/day}}
          strategies:
            s:
              facilities:
                near: {kind: fulfillment_center, sites: [{name: near, x: 1 km, y: 0 km}], stock: null, material: \(material)}
                other: {kind: fulfillment_center, sites: [{name: other, x: 101 km, y: 0 km}], stock: null, material: 0.5 USD}
              last_mile: {door: {kind: parcel_carrier, transit: 1 h, base: 1 USD, per_distance: 0.01 USD/km}}
              paths: [{from: [near, other], last_mile: door}]
              sourcing: [{from: [near, other], policy: \(policy)}]
          """
      ).replicate(strategy: 0, RunSeed(seed: 2, replication: 0))
      return outcome.sourced
    }
    // A hundred kilometers more cost a dollar.
    #expect(try shares("1.4 USD", policy: "cheapest")[1] == 0)
    #expect(try shares("1.6 USD", policy: "cheapest")[0] == 0)
    #expect(try shares("1.6 USD", policy: "nearest")[1] == 0)
  }

  /// For the zone in the east a site of the west is the nearest.
  @Test func `in region first ships from the region though another site is nearer`() throws {
    func outcome(_ policy: String) throws -> Outcome {
      try Model(
        text: """
          name: regions
          experiment: {start: 2026-11-02, window: 5 d, drain: 9 d}
          market:
            geometry: plane
            zones: [{name: west, x: 0 km, y: 0 km}, {name: east, x: 100 km, y: 0 km}]
            sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
            demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 50 orders/day}}
          strategies:
            s:
              regions: 2
              facilities:
                fc: {kind: fulfillment_center, stock: null, sites: [{name: a, x: 45 km, y: 0 km}, {name: b, x: 160 km, y: 0 km}]}
              last_mile: {door: {kind: parcel_carrier, transit: 1 h}}
              paths: [{from: fc, last_mile: door}]
              sourcing: [{from: fc, policy: \(policy)}]
          """
      ).replicate(strategy: 0, RunSeed(seed: 3, replication: 0))
    }
    let regional = try outcome("in_region_first")
    let nearest = try outcome("nearest")
    #expect(nearest.sourced == [nearest.ordersPlaced, 0])
    #expect(regional.ordersInRegion == regional.ordersPlaced)
    #expect(regional.sourced[1] > 50 && regional.sourced[0] == nearest.ordersInRegion)
  }
}
