import Foundation
import Reports
import Testing
import Workbench

/// The reference network against its twin, an independent program (Benchmarks/Twins).
@Suite struct ReferenceNetworkTests {
  /// What the bare-heap twin gives over 20 replications of 30 days: mean and twice its standard error.
  static let twin: [(kpi: String, mean: Double, halfWidth: Double)] = [
    ("click_to_door_hours.mean", 36.5177, 0.2991),
    ("click_to_door_hours.p50", 37.4663, 0.2347),
    ("click_to_door_hours.p90", 59.7337, 0.6856),
    ("click_to_door_hours.p95", 67.5412, 0.8488),
    ("click_to_door_hours.p99", 84.6260, 1.0958),
    ("on_time_rate", 0.7427, 0.0078),
    ("orders_placed", 60_002, 115.1),
    ("utilization.FC1.pick", 0.5806, 0.0133),
    ("utilization.FC2.pick", 0.5967, 0.0075),
    ("utilization.FC3.pick", 0.8609, 0.0119),
    ("utilization.DS1.pick", 0.3342, 0.0032),
    ("utilization.DS2.pick", 0.6376, 0.0032),
    ("sourced_share.FC1", 0.1739, 0.0034),
    ("sourced_share.FC2", 0.4040, 0.0045),
    ("sourced_share.FC3", 0.2663, 0.0033),
    ("sourced_share.DS1", 0.0535, 0.0004),
    ("sourced_share.DS2", 0.1023, 0.0006),
  ]

  @Test func `every figure's interval overlaps the twin's`() throws {
    #if DEBUG
      let replications = 5
    #else
      let replications = 20
    #endif
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/reference-network").standardized.path
    let summary = try UseCases.standard.run(
      RunRequest(scenario: path, replications: replications), Monitor())
    let strategy = try #require(summary.strategies.first)
    for row in Self.twin {
      let kpi = try #require(strategy.kpi(row.kpi))
      let mean = try #require(kpi.mean)
      let halfWidth = try #require(kpi.halfWidth)
      #expect(
        abs(mean - row.mean) <= halfWidth + row.halfWidth,
        "\(row.kpi): \(mean) ± \(halfWidth), twin \(row.mean) ± \(row.halfWidth)")
    }
    // The twin keeps the cost of holding stock apart.
    let cost = try #require(strategy.kpi("cost_to_serve_per_order"))
    let storage = try #require(strategy.mean("cost.storage"))
    let mean = try #require(cost.mean) - storage
    #expect(abs(mean - 6.1016) <= 0.0057 + (try #require(cost.halfWidth)))
    let holding = storage * (try #require(strategy.mean("orders_delivered")))
    #expect(abs(holding - 4359.8) <= 34.04 * 2, "holding cost \(holding)")
  }
}
