import Experiments
import Reports
import Statistics

extension Summary {
  /// Three strategies whose median delivery takes a day or eight, with gates and notes.
  static let launch = Summary(
    scenario: ScenarioIdentity(
      name: "us-launch",
      sha256: "3f9c51aa0b7d24e68811c0ffee3d21903f9c51aa0b7d24e68811c0ffee3d2190"),
    description: ["60 d (14 d warm-up)"], version: "0.1.0", seed: 20_261_122,
    replications: 30, replicationsRequested: 30, fingerprint: "85944171f73967e8",
    throughput: Throughput(
      entities: 32_400_000, events: 389_000_000, wallSeconds: 106.2, cpuSeconds: 208.5,
      peakMemoryMebibytes: 212.4, threads: 2),
    baseline: "amazon",
    strategies: [
      .sample(
        "amazon", p50: 26.04, p90: 46, p99: 73.4, onTime: 0.9, cost: 8.55, half: 0.041,
        accounts: [1.15, 0.48, 2.10, 0.92, 3.35, 0, 0.55], customs: 0),
      .sample(
        "hybrid", p50: 24.1, p90: 53.7, p99: 104, onTime: 0.85, cost: 8.32, half: 0.05,
        accounts: [1.12, 0.60, 1.85, 0.95, 3.10, 0.12, 0.58], customs: 2.5),
      .sample(
        "cross-border", p50: 190.9, p90: 289.5, p99: 391, onTime: 0.0003, cost: 11.8,
        half: 0.12, accounts: [0, 0, 1.1, 0, 7.1, 2.4, 1.2], customs: 61.2),
    ],
    differences: [
      DifferenceSummary(
        strategy: "hybrid", kpi: "cost_to_serve_per_order", unit: "USD", mean: -0.23,
        interval: Interval(low: -0.36, high: -0.10), relative: -0.0269, correlation: 0.93,
        varianceReductionFactor: 14, verdict: .better),
      DifferenceSummary(
        strategy: "cross-border", kpi: "cost_to_serve_per_order", unit: "USD", mean: 3.25,
        interval: Interval(low: 2.98, high: 3.52), relative: 0.38, verdict: .worse),
      DifferenceSummary(
        strategy: "hybrid", kpi: "click_to_door_hours.p50", unit: "h", mean: -1.94,
        interval: Interval(low: -4.1, high: 0.22), relative: -0.0745, verdict: .notSeparated),
      DifferenceSummary(
        strategy: "cross-border", kpi: "click_to_door_hours.p50", unit: "h", mean: 164.9,
        interval: Interval(low: 161.2, high: 168.6), relative: 6.33, verdict: .worse),
    ],
    gates: [
      GateResult(
        strategy: "hybrid", rule: "cost_per_order <= baseline + 2 %", observed: "-2.7 %",
        isPassed: true),
      GateResult(
        strategy: "hybrid", rule: "on_time_48h >= 90 %", observed: "85 %", isPassed: false),
    ],
    notes: ["common random numbers backfired: hybrid, time, variance reduction factor 0.50"],
    accountGroups: [
      AccountGroup("inbound", ["inbound"]), AccountGroup("store", ["storage"]),
      AccountGroup("pick", ["pick"]), AccountGroup("line", ["linehaul"]),
      AccountGroup("last", ["last_mile"]), AccountGroup("duty", ["duty"]),
      AccountGroup("return", ["returns"]),
    ],
    promise: "≤48h",
    pointers: [
      Pointer("Report", "Results/us-launch/report.html"),
      Pointer("Next", "ploy serve Results/us-launch"),
    ])

  /// Two dark stores that deliver in minutes, one of them with a name in wide characters.
  static let city = Summary(
    scenario: ScenarioIdentity(name: "city", sha256: "00ff"), version: "0.1.0", seed: 1,
    replications: 1, replicationsRequested: 4, fingerprint: "0000000000000001",
    throughput: Throughput(
      entities: 812, events: 9_012, wallSeconds: 0.042, cpuSeconds: 0, peakMemoryMebibytes: 18,
      threads: 1),
    baseline: "near",
    strategies: [
      StrategySummary(
        name: "near",
        kpis: [
          KPI(name: "click_to_door_hours.p50", unit: "h", mean: 0.31),
          KPI(name: "click_to_door_hours.p99", unit: "h", mean: 1.9),
          KPI(name: "on_time_rate", unit: "1", mean: 0.997),
          KPI(name: "orders_placed", unit: "orders", mean: 420),
          KPI(name: "orders_lost", unit: "orders", mean: 21),
          KPI(name: "cost_to_serve_per_order", unit: "CHF", mean: 11.2),
        ]),
      StrategySummary(
        name: "前置仓",
        kpis: [
          KPI(name: "click_to_door_hours.p50", unit: "h", mean: 0.52),
          KPI(name: "click_to_door_hours.p99", unit: "h", mean: nil),
          KPI(name: "on_time_rate", unit: "1", mean: nil),
          KPI(name: "orders_placed", unit: "orders", mean: 420),
          KPI(name: "orders_lost", unit: "orders", mean: 0),
          KPI(name: "cost_to_serve_per_order", unit: "CHF", mean: .nan, halfWidth: .infinity),
        ]),
    ],
    differences: [
      DifferenceSummary(
        strategy: "前置仓", kpi: "click_to_door_hours.p50", unit: "h", mean: 0.21, interval: nil,
        relative: 0.6774, verdict: .notSeparated)
    ],
    notes: ["incomplete: 1 of 4 replications"])
}

extension StrategySummary {
  static func sample(
    _ name: String, p50: Double, p90: Double, p99: Double, onTime: Double, cost: Double,
    half: Double, accounts: [Double], customs: Double
  ) -> StrategySummary {
    let names = ["inbound", "storage", "pick", "linehaul", "last_mile", "duty", "returns"]
    return StrategySummary(
      name: name,
      kpis: [
        KPI(name: "click_to_door_hours.p50", unit: "h", mean: p50, halfWidth: p50 / 100),
        KPI(name: "click_to_door_hours.p90", unit: "h", mean: p90, halfWidth: p90 / 100),
        KPI(name: "click_to_door_hours.p99", unit: "h", mean: p99, halfWidth: p99 / 100),
        KPI(name: "on_time_rate", unit: "1", mean: onTime, halfWidth: 0.01),
        KPI(name: "cost_to_serve_per_order", unit: "USD", mean: cost, halfWidth: half),
        KPI(name: "hours.processing", unit: "h", mean: 4.5, halfWidth: 0.1),
        KPI(name: "hours.transit", unit: "h", mean: p50 - 4.5 - customs, halfWidth: 0.2),
        KPI(name: "hours.customs", unit: "h", mean: customs, halfWidth: 0.3),
      ]
        + zip(names, accounts).map {
          KPI(name: "cost.\($0)", unit: "USD", mean: $1, halfWidth: $1 / 50)
        },
      ordersPerDay: (0..<60).map { day -> Double in
        let burst = day > 44 && day < 50 ? 12_000 : 0
        return Double(6000 + day % 7 * 400 + burst)
      })
  }
}
