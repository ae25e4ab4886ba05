internal import Experiments
internal import Statistics

extension ReportFormat {
  /// For programs; the schema's name changes when a key changes its meaning or goes.
  public static let json = ReportFormat(
    name: "json", summary: "One object, schema \(schemaName).", fileExtension: "json"
  ) { summary, options in
    document(summary, options).text() + "\n"
  }

  public static let schemaName = "ploy.result/1"
}

private func document(_ summary: Summary, _ options: RenderOptions) -> JSONValue {
  var members: [String: JSONValue] = [
    "schema": .string(ReportFormat.schemaName),
    "scenario": .object([
      "name": .string(summary.scenario.name), "sha256": .string(summary.scenario.sha256),
    ]),
    "seed": .unsigned(summary.seed),
    "replications": .integer(summary.replications),
    "version": .string(summary.version),
    "fingerprint": .string(summary.fingerprint),
    "throughput": object(summary.throughput),
    "baseline": summary.baseline.map { .string($0) } ?? .null,
    "strategies": .array(summary.strategies.map { object($0, options) }),
    "differences": .array(summary.differences.map(object)),
  ]
  if !summary.best.isEmpty { members["best"] = .array(summary.best.map(object)) }
  if !summary.isComplete { members["incomplete"] = .flag(true) }
  return .object(members)
}

private func object(_ throughput: Throughput) -> JSONValue {
  .object([
    "orders": .integer(throughput.entities),
    "events": .integer(throughput.events),
    "wall_s": .number(throughput.wallSeconds),
    "cpu_s": .number(throughput.cpuSeconds),
    "orders_per_cpu_s": .number(throughput.entitiesPerCPUSecond),
    "events_per_cpu_s": .number(throughput.eventsPerCPUSecond),
    "peak_rss_mib": .number(throughput.peakMemoryMebibytes),
    "threads": .integer(throughput.threads),
  ])
}

private func object(_ strategy: StrategySummary, _ options: RenderOptions) -> JSONValue {
  var kpis: [String: JSONValue] = [:]
  for kpi in strategy.kpis {
    kpis[kpi.name] = .object([
      "mean": .number(kpi.mean), "half_width": .number(kpi.halfWidth),
      "unit": .string(kpi.unit),
    ])
  }
  var members: [String: JSONValue] = [
    "name": .string(strategy.name), "kpis": .object(kpis),
    "conservation": .string(strategy.conservation),
  ]
  if options.isVerbose, let series = strategy.series { members["series"] = object(series) }
  return .object(members)
}

/// Hourly series, with --verbose only: there are many.
private func object(_ series: SeriesSummary) -> JSONValue {
  .object([
    "start": series.starts.first.map { .string($0) } ?? .null,
    "bin_hours": .number(series.binHours),
    "series": .array(
      series.series.map { one in
        .object([
          "name": .string(one.name), "unit": .string(one.unit),
          "values": .array(one.values.map { .number($0) }),
        ])
      }),
  ])
}

private func object(_ best: BestSummary) -> JSONValue {
  .object([
    "kpi": .string(best.kpi),
    "possibly_best": .array(best.possiblyBest.map { .string($0) }),
    "strategies": .array(
      zip(best.strategies, best.intervals).map { name, interval in
        .object([
          "name": .string(name), "low": .number(interval.low), "high": .number(interval.high),
        ])
      }),
  ])
}

private func object(_ difference: DifferenceSummary) -> JSONValue {
  .object([
    "strategy": .string(difference.strategy), "kpi": .string(difference.kpi),
    "mean": .number(difference.mean), "low": .number(difference.interval?.low),
    "high": .number(difference.interval?.high),
    "verdict": .string(difference.verdict.rawValue),
  ])
}
