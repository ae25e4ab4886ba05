import Experiments
import Foundation
import Statistics
import Testing

@testable import Reports

@Suite struct FormatTests {
  @Test func `every format has a name of its own, a summary and ends its text with a newline`() {
    #expect(Set(ReportFormat.all.map(\.name)).count == ReportFormat.all.count)
    for format in ReportFormat.all {
      #expect(!format.summary.isEmpty && !format.fileExtension.isEmpty)
      #expect(format.render(.launch, RenderOptions()).hasSuffix("\n"))
    }
  }

  @Test func `JSON holds exactly the keys of its schema`() throws {
    let text = ReportFormat.json.render(.launch, RenderOptions())
    let root = try object(JSONSerialization.jsonObject(with: Data(text.utf8)))
    #expect(
      Set(root.keys) == [
        "schema", "scenario", "seed", "replications", "version", "fingerprint", "throughput",
        "baseline", "strategies", "differences",
      ])
    #expect(root["schema"] as? String == "ploy.result/1")
    #expect(Set(try object(root["scenario"]).keys) == ["name", "sha256"])
    #expect(
      Set(try object(root["throughput"]).keys) == [
        "orders", "events", "wall_s", "cpu_s", "orders_per_cpu_s", "events_per_cpu_s",
        "peak_rss_mib", "threads",
      ])
    let strategies = try #require(root["strategies"] as? [Any]).map(object)
    #expect(strategies.count == 3)
    for strategy in strategies {
      #expect(Set(strategy.keys) == ["name", "kpis", "conservation"])
      for kpi in try object(strategy["kpis"]).values {
        #expect(Set(try object(kpi).keys) == ["mean", "half_width", "unit"])
      }
    }
    for difference in try #require(root["differences"] as? [Any]).map(object) {
      #expect(
        Set(difference.keys) == ["strategy", "kpi", "mean", "low", "high", "verdict"])
    }
  }

  @Test func `an incomplete result says so in JSON`() throws {
    let text = ReportFormat.json.render(.city, RenderOptions())
    let root = try object(JSONSerialization.jsonObject(with: Data(text.utf8)))
    #expect(root["incomplete"] as? Bool == true)
  }

  @Test func `JSON numbers read back as the same number and others are null`() {
    #expect(JSONValue.number(0.1 + 0.2).text() == "0.30000000000000004")
    #expect(JSONValue.number(.leastNonzeroMagnitude).text() == "5e-324")
    #expect(JSONValue.number(-12).text() == "-12")
    #expect(JSONValue.number(.nan).text() == "null")
    #expect(JSONValue.number(-.infinity).text() == "null")
    #expect(JSONValue.unsigned(.max).text() == "18446744073709551615")
    #expect(JSONValue.string("a\"\\\n\u{1}é").text() == "\"a\\\"\\\\\\n\\u0001é\"")
    #expect(
      JSONValue.object(["b": .array([]), "a": .null]).text() == "{\n  \"a\": null,\n  \"b\": []\n}")
  }

  @Test func `CSV quotes what would break a row`() {
    var summary = Summary.city
    summary.strategies[0].name = "near, \"old\""
    let csv = ReportFormat.csv.render(summary, RenderOptions())
    #expect(csv.contains("\n\"near, \"\"old\"\"\",click_to_door_hours.p50,h,0.31,"))
  }

  @Test func `numbers that are not finite become missing`() {
    let kpi = KPI(name: "x", unit: "h", mean: .nan, halfWidth: .infinity)
    #expect(kpi.mean == nil)
    #expect(kpi.halfWidth == nil)
  }

  @Test func `a summary takes over every figure of a comparison`() throws {
    let comparison = try Experiment.run(
      TwoPoints(), plan: ExperimentPlan(replications: 3, threads: 1))
    let summary = Summary(
      comparison, scenario: ScenarioIdentity(name: "s", sha256: "00"), version: "1", seed: 9)
    #expect(summary.baseline == "a")
    #expect(summary.strategies.map(\.name) == ["a", "b"])
    let mean = comparison.designPoints[1].responses[0].estimate?.point
    #expect(summary.strategies[1].mean("on_time_rate") == mean)
    let halfWidth = comparison.designPoints[1].responses[0].halfWidth
    #expect(summary.strategies[1].kpi("on_time_rate")?.halfWidth == halfWidth)
    #expect(summary.differences.map(\.verdict) == [.better])
    #expect(summary.differences[0].interval == comparison.differences[0].interval)
    #expect(summary.fingerprint == comparison.fingerprint.description)
    #expect(summary.isComplete)
  }
}

private func object(_ value: Any?) throws -> [String: Any] {
  try #require(value as? [String: Any])
}

/// Shares 0.4 … 0.6 at "a", 0.1 more at "b", with a little noise of their own.
private struct TwoPoints: Experimentable {
  let designPoints = ["a", "b"]

  func responses(of point: Int) -> [ResponseDefinition] {
    [
      .init(
        name: "on_time_rate", unit: "1", goal: .higherIsBetter, isPrimary: true, source: .ratio(0))
    ]
  }

  func replicate(point: Int, replication: Int) -> ReplicationResult {
    let share = 0.4 + 0.1 * Double(replication) + 0.1 * Double(point)
    return ReplicationResult(
      ratios: [Ratio(numerator: share * 8, denominator: 8)],
      fingerprint: UInt64(replication))
  }
}
