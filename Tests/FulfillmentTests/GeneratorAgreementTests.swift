import Fulfillment
import RandomVariates
import Statistics
import Testing

@Suite struct GeneratorAgreementTests {
  static let scenario = """
    name: two-buildings
    experiment: {start: 2026-11-02, warm_up: 2 d, window: 4 d, drain: 30 d}
    market:
      geometry: plane
      zones: [{name: A, x: 0 km, y: 0 km, weight: 2}, {name: B, x: 80 km, y: 30 km, area: 90 km2}]
      categories: {things: {price: "lognormal(mean: 20 USD, cv: 0.5)"}}
      sellers: {shop: {places: [{name: home, x: 10 km, y: 0 km}], skus: 8, category: things}}
      demand:
        shelf: {kind: shelf, seller: shop, rate: 600 orders/day, lines: "geometric(mean: 1.5)"}
        live: {kind: livestream, seller: shop, viewers: "lognormal(mean: 1000, cv: 0.5)"}
    strategies:
      fc:
        facilities:
          fc:
            kind: fulfillment_center
            clusters: 2
            stock:
              replenishment: {kind: s_S, reorder_point: 60, order_up_to: 200}
              lead_time: "gamma(mean: 16 h, cv: 0.5)"
            pick: {servers: 2, time: "lognormal(mean: 2 min, cv: 0.6)", per: line, wage: 20 USD/h}
            pack: {servers: 2, time: "gamma(mean: 90 s, cv: 0.5)", wage: 20 USD/h}
        last_mile:
          vans: {kind: van_rounds, waves: {at: ["08:00", "14:00"]}}
        paths: [{from: fc, last_mile: vans}]
        sourcing: [{from: fc}]
    """

  /// Two generators that share no code must tell the same story.
  @Test func `mrg32k3a and philox agree within their intervals`() throws {
    #if DEBUG
      let replications = 4
    #else
      let replications = 60
    #endif
    let model = try Model(text: Self.scenario)
    let network = model.networks[0]
    func samples(_ generator: GeneratorKind) -> [[Double]] {
      (0..<replications).map { replication in
        let outcome = model.replicate(
          strategy: 0, RunSeed(seed: 5, replication: replication, generator: generator))
        #expect(outcome.violations == [])
        return network.values(of: outcome).map { value in
          if case .ratio(let numerator, let denominator) = value, denominator != 0 {
            return numerator / denominator
          }
          return 0
        }
      }
    }
    let philox = samples(.philox4x64)
    let mrg = samples(.mrg32k3a)
    #expect(philox[0] != mrg[0])
    for (index, measure) in network.measures.enumerated() {
      guard
        let difference = WelchDifference(
          treatment: mrg.map { $0[index] }, baseline: philox.map { $0[index] })
      else { continue }
      // One family of all measures, 0.1 % in all.
      let interval = difference.interval(confidence: 0.999, comparisons: network.measures.count)
      #expect(interval.contains(0), "\(measure.name): \(interval.low)...\(interval.high)")
    }
  }
}
