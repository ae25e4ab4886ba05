import Experiments
import Reports
import Statistics

extension Summary {
  /// Two strategies with everything a page can show, small enough to read.
  static let small: Summary = {
    var summary = Summary(
      scenario: ScenarioIdentity(name: "small", sha256: "00ff00ff00ff00ff"),
      description: ["2 d"], version: "0.1.0", seed: 7, replications: 3, replicationsRequested: 3,
      fingerprint: "0123456789abcdef",
      throughput: Throughput(
        entities: 600, events: 6_000, wallSeconds: 0.5, cpuSeconds: 1, peakMemoryMebibytes: 20,
        threads: 2),
      baseline: "hub", strategies: [.smallHub, .smallDirect],
      differences: [
        DifferenceSummary(
          strategy: "direct", kpi: "cost_to_serve_per_order", unit: "USD", mean: -1.5,
          interval: Interval(low: -2, high: -1), relative: -0.3, verdict: .better),
        DifferenceSummary(
          strategy: "direct", kpi: "click_to_door_hours.mean", unit: "h", mean: 4,
          interval: Interval(low: 3, high: 5), relative: 0.2, verdict: .worse),
        DifferenceSummary(
          strategy: "direct", kpi: "on_time_rate", unit: "1", mean: -0.01,
          interval: Interval(low: -0.05, high: 0.03), verdict: .notSeparated),
      ],
      gates: [
        GateResult(
          strategy: "direct", rule: "on_time_rate >= 0.9", observed: "0.89", isPassed: false)
      ],
      notes: ["one note"],
      accountGroups: [
        AccountGroup("pick", ["pick"], title: "picking and packing"),
        AccountGroup("last", ["last_mile"], title: "last mile"),
      ], promise: "≤24h")
    let burst = BurstSummary(
      starts: ["2026-11-02T20:00", "2026-11-02T20:30", "2026-11-02T21:00"], binHours: 0.5,
      placedPerHour: [10, 80, 20],
      courses: [
        .init(strategy: "hub", backlog: [1, 30, 12]),
        .init(strategy: "direct", backlog: [2, 40, 44.5]),
      ])
    summary.makeBurst = { burst }
    summary.calibration = [
      CalibrationSummary.Target(
        id: "small/hub/click_to_door_hours.mean", about: "mean order to door", source: "FT1",
        published: 20...20, accepted: 18...22, simulated: 19.5, halfWidth: 0.2, unit: "h",
        why: "")
    ]
    summary.provenance = Provenance(
      command: "ploy compare small --seed 7", question: "Which one?",
      files: [.init(name: "scenario.yaml", text: "name: small # <b>\n")], promiseHours: 24)
    return summary
  }()
}

extension StrategySummary {
  fileprivate static let smallHub = smallSample(
    "hub", scale: 1, hub: (name: "hub", latitude: 41.88, longitude: -87.63))
  fileprivate static let smallDirect = smallSample(
    "direct", scale: 1.5, hub: (name: "port", latitude: 22.55, longitude: 114.07))

  private static func smallSample(
    _ name: String, scale: Double, hub: (name: String, latitude: Double, longitude: Double)
  ) -> StrategySummary {
    var cost = KPI(name: "cost_to_serve_per_order", unit: "USD", mean: 5 / scale, halfWidth: 0.1)
    cost.course = [
      CoursePoint(replications: 1, point: 5.2 / scale, halfWidth: nil),
      CoursePoint(replications: 2, point: 5.1 / scale, halfWidth: 0.4),
      CoursePoint(replications: 3, point: 5 / scale, halfWidth: 0.1),
    ]
    var strategy = StrategySummary(
      name: name,
      kpis: [
        KPI(name: "click_to_door_hours.mean", unit: "h", mean: 20 * scale, halfWidth: 0.5),
        KPI(name: "click_to_door_hours.p50", unit: "h", mean: 18 * scale, halfWidth: 0.5),
        KPI(name: "click_to_door_hours.p90", unit: "h", mean: 30 * scale, halfWidth: 0.5),
        KPI(name: "click_to_door_hours.p99", unit: "h", mean: 40 * scale, halfWidth: 0.5),
        KPI(name: "on_time_rate", unit: "1", mean: 0.9 / scale, halfWidth: 0.01),
        KPI(name: "orders_placed", unit: "orders", mean: 100),
        KPI(name: "orders_late", unit: "orders", mean: 20),
        KPI(name: "late_cause.queue", unit: "1", mean: 0.75),
        KPI(name: "late_cause.last_mile", unit: "1", mean: 0.25), cost,
        KPI(name: "cost.pick", unit: "USD", mean: 2 / scale),
        KPI(name: "cost.last_mile", unit: "USD", mean: 3 / scale),
        KPI(name: "balance.buyer", unit: "USD", mean: -30),
        KPI(name: "balance.seller", unit: "USD", mean: 25),
        KPI(name: "balance.carrier", unit: "USD", mean: 5),
        KPI(name: "fill_rate", unit: "1", mean: 0.95),
        KPI(name: "on_hand.\(hub.name)", unit: "units", mean: 120),
        KPI(name: "backordered.\(hub.name)", unit: "units", mean: 2.5),
        KPI(name: "replenishments_per_day.\(hub.name)", unit: "1/d", mean: 0.5),
        KPI(name: "sourced_share.\(hub.name)", unit: "1", mean: 0.75),
        KPI(name: "sourced_share.attic", unit: "1", mean: 0.25),
        KPI(name: "utilization.\(hub.name).pick", unit: "1", mean: 0.6),
        KPI(name: "hours.queue", unit: "h", mean: 5),
        KPI(name: "hours.last_mile", unit: "h", mean: 15),
      ], ordersPerDay: [50, 48])
    strategy.clickToDoor = [
      QuantilePoint(share: 0.01, hours: 6 * scale), QuantilePoint(share: 0.5, hours: 18 * scale),
      QuantilePoint(share: 0.99, hours: 40 * scale),
    ]
    let network = NetworkSummary(
      places: [
        .init(name: hub.name, group: "hub", latitude: hub.latitude, longitude: hub.longitude),
        .init(name: "New York", group: "", latitude: 40.73, longitude: -74),
        .init(name: "Los Angeles", group: "", latitude: 34, longitude: -118.19),
      ],
      flows: [
        .init(from: 0, to: 1, carrier: "air", isReplenishment: false, shipmentsPerDay: 30),
        .init(from: 0, to: 2, carrier: "carrier", isReplenishment: false, shipmentsPerDay: 20.5),
      ])
    strategy.makeNetwork = { network }
    let series = SeriesSummary(
      starts: ["2026-11-02T00:00", "2026-11-02T01:00", "2026-11-03T00:00", "2026-11-03T01:00"],
      binHours: 1,
      series: [
        .init(name: "open", unit: "orders", values: [4, 8, 6, 6]),
        .init(name: "utilization.hub.pick", unit: "1", values: [nil, 0.5, 0.25, 1]),
      ])
    strategy.makeSeries = { series }
    return strategy
  }
}
