import Foundation
import Reports
import Testing

@testable import Workbench

/// What the README of us-peak-week says, on fewer replications.
@Suite struct PeakWeekTests {
  #if DEBUG
    private static let isRelease = false
  #else
    private static let isRelease = true
  #endif

  @Test(.enabled(if: isRelease, "takes a minute in debug"))
  func `amazon outlives the storm longer than the platform and recovers sooner`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/us-peak-week").standardized.path
    let summary = try UseCases.standard.run(
      RunRequest(scenario: path, replications: 1), Monitor())
    func figure(_ strategy: String, _ kpi: String) throws -> Double {
      let found = summary.strategies.first { $0.name == strategy }?.mean(kpi)
      return try #require(found)
    }
    let survived = "time_to_survive_hours.storm"
    let recovered = "time_to_recover_hours.storm"
    #expect(try figure("amazon", survived) > figure("platform-fc", survived))
    #expect(try figure("amazon", recovered) < figure("platform-fc", recovered))
    #expect(try figure("seller-shipped", "orders_late_by_disruption") == 0)
    #expect(try (0.2...0.5).contains(figure("amazon", "late_cause.disruption")))
    #expect(try figure("platform-fc", "late_cause.disruption") < 0.1)
  }
}
