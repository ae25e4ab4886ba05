import Foundation
import Reports
import Testing
import Workbench

/// What the README of dark-store-load says.
@Suite struct DarkStoreLoadTests {
  private func run(_ file: String) throws -> Summary {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Scenarios/dark-store-load/\(file)").standardized.path
    return try UseCases.standard.run(RunRequest(scenario: path, replications: 2), Monitor())
  }

  private func minutes(_ summary: Summary, crew: Int) throws -> Double {
    let strategy = try #require(summary.strategies.first { $0.name == "crew-\(crew)" })
    return 60 * (try #require(strategy.mean("click_to_door_hours.mean")))
  }

  @Test func `at moderate load it is ten to fifteen minutes and four to six drops an hour`() throws
  {
    let summary = try run("scenario.yaml")
    #expect(try (10...15).contains(minutes(summary, crew: 12)))
    let strategy = try #require(summary.strategies.first { $0.name == "crew-12" })
    let drops = try #require(strategy.mean("drops_per_hour.store.couriers"))
    #expect((4...6).contains(drops))
    // Six couriers are too few for 500 orders a day, and enough for 250.
    #expect(try minutes(summary, crew: 6) > 20)
    #expect(try (10...15).contains(minutes(run("orders-250.yaml"), crew: 6)))
  }

  @Test func `a thousand orders a day take more than twelve couriers`() throws {
    let summary = try run("orders-1000.yaml")
    #expect(try minutes(summary, crew: 12) > 20)
    #expect(try (10...15).contains(minutes(summary, crew: 18)))
  }
}
