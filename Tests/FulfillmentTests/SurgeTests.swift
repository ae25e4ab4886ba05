import Testing

@testable import Fulfillment

/// Surges and slumps of demand against the orders that would have come anyway.
@Suite struct SurgeTests {
  private func placed(_ disruption: String, replication: Int) throws -> [Int64] {
    let model = try Model(
      text: """
        name: surge
        experiment: {start: 2026-11-02, window: 4 d, drain: 5 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 600 orders/day}}
        strategies:
          it:
            facilities: {desk: {kind: seller_site}}
            last_mile: {door: {kind: parcel_carrier, transit: 1 h}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        \(disruption)
        """)
    return model.roster(strategy: 0, RunSeed(seed: 4, replication: replication)).map(\.placed)
  }

  private let day: Int64 = 86_400_000_000

  @Test func `a surge adds a Poisson stream and moves no other order`() throws {
    var added = 0
    for replication in 0..<10 {
      let calm = try placed("", replication: replication)
      let surge = try placed(
        "disruptions: {rush: {kind: demand_surge, factor: 3, start: 2026-11-03, duration: 1 d}}",
        replication: replication)
      #expect(Set(calm).isSubset(of: Set(surge)))
      let further = Set(surge).subtracting(calm)
      #expect(further.allSatisfy { $0 >= day && $0 < 2 * day })
      added += further.count
    }
    // Twice 600 more on each of ten days.
    #expect(abs(Double(added) - 12_000) < 4 * 12_000.0.squareRoot())
  }

  @Test func `a slump thins the orders of its time by a draw of their own each`() throws {
    var (kept, all) = (0, 0)
    for replication in 0..<10 {
      let calm = try placed("", replication: replication)
      let slump = try placed(
        "disruptions: {lull: {kind: demand_surge, factor: 0.25, start: 2026-11-03, duration: 1 d}}",
        replication: replication)
      #expect(Set(slump).isSubset(of: Set(calm)))
      let outside = { (at: Int64) in at < self.day || at >= 2 * self.day }
      #expect(calm.filter(outside) == slump.filter(outside))
      all += calm.count { !outside($0) }
      kept += slump.count { !outside($0) }
    }
    let n = Double(all)
    #expect(abs(Double(kept) - 0.25 * n) < 4 * (0.25 * 0.75 * n).squareRoot())
  }
}
