import Experiments
import Foundation
import Reports
import Statistics
import Testing
import Workbench

/// Two strategies of which costs are lines in the volume: 6 USD an order against 3 USD and 120 USD a day.
@Suite struct BreakEvenTests {
  private func scenario(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "break-even-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    name: lines
    experiment: {start: 2026-11-02, window: 10 d, drain: 10 d, replications: 12}
    market:
      geometry: plane
      zones: [{name: zone, x: 0 km, y: 0 km}]
      sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
      demand: {clicks: {kind: shelf, seller: shop, profile: flat, rate: 20 orders/day}}
    strategies:
      carrier:
        facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
        last_mile: {door: {kind: parcel_carrier, base: 6 USD, transit: 0 min}}
        paths: [{from: desk, last_mile: door}]
        sourcing: [{from: desk}]
      store:
        facilities:
          store:
            kind: dark_store
            sites: [{name: store, x: 0 km, y: 0 km}]
            fixed_cost: 120 USD/d
            pick: {time: 0 min}
            stock: {replenishment: {kind: base_stock, level: 100000}, lead_time: 1 d}
        last_mile: {door: {kind: parcel_carrier, base: 3 USD, transit: 0 min}}
        paths: [{from: store, last_mile: door}]
        sourcing: [{from: store}]
    """.write(to: file, atomically: true, encoding: .utf8)
    try body(file.path)
  }

  /// 120 USD a day are 3 USD an order at 40 orders a day: at twice the scenario's volume.
  @Test func `the volume at which two lines of cost cross is found`() throws {
    try scenario { path in
      let summary = try UseCases.standard.breakEven(
        BreakEvenRequest(scenario: path, over: "demand.scale"), Monitor())
      guard case .found(let found)? = summary.crossing?.finding else {
        Issue.record("no crossing was found")
        return
      }
      #expect(found.interval.contains(2))
      #expect(abs(found.level - 2) < 0.2)
      #expect(found.interval.high < 3 && found.interval.low > 1.3)
      let text = BreakEvenFormat.text.render(summary)
      let words = text.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains("below, carrier is better; above, store"))
      for line in text.split(separator: "\n") { #expect(line.count <= 96) }
      let json = BreakEvenFormat.json.render(summary)
      #expect(json.contains(#""better_below": "carrier""#))
      #expect(json.contains(#""finding": "crossing""#))
    }
  }

  /// At 20 orders a day the store costs 3 + 6 USD: the carrier costs as much at 9 USD.
  @Test func `any number of the file may be varied, with its unit`() throws {
    try scenario { path in
      let summary = try UseCases.standard.breakEven(
        BreakEvenRequest(
          scenario: path, strategies: ["store", "carrier"],
          over: "strategies.carrier.last_mile.door.base", from: "5 USD", to: "15 USD"),
        Monitor())
      guard case .found(let found)? = summary.crossing?.finding else {
        Issue.record("no crossing was found")
        return
      }
      #expect(found.interval.contains(9) && found.interval.high - found.interval.low < 3)
      #expect(BreakEvenFormat.text.render(summary).contains(" USD"))
    }
  }

  @Test func `a range without a crossing says so`() throws {
    try scenario { path in
      let summary = try UseCases.standard.breakEven(
        BreakEvenRequest(scenario: path, from: "4", to: "8"), Monitor())
      #expect(summary.crossing?.finding == Crossing.Finding.none(.positive))
      #expect(summary.isConclusive)
      #expect(ExitStatus(of: summary, requiringConclusion: true) == .success)
      #expect(BreakEvenFormat.text.render(summary).contains("store is better at 4 and at 8"))
    }
  }

  @Test func `an end at the crossing is inconclusive`() throws {
    try scenario { path in
      let summary = try UseCases.standard.breakEven(
        BreakEvenRequest(scenario: path, from: "2", to: "8", replications: 4), Monitor())
      #expect(summary.crossing?.finding == .inconclusive)
      #expect(ExitStatus(of: summary) == .success)
      #expect(ExitStatus(of: summary, requiringConclusion: true) == .inconclusive)
    }
  }

  @Test func `what makes no sense is told`() throws {
    try scenario { path in
      func failure(_ request: BreakEvenRequest) throws -> Failure {
        try #require(throws: Failure.self) {
          _ = try UseCases.standard.breakEven(request, Monitor())
        }
      }
      let requests: [(BreakEvenRequest, String)] = [
        (BreakEvenRequest(scenario: path, strategies: ["carrier"]), "name two strategies"),
        (BreakEvenRequest(scenario: path, strategies: ["carrier", "stor"]), "unknown strategy"),
        (BreakEvenRequest(scenario: path, over: "market.scal"), "unknown parameter"),
        (BreakEvenRequest(scenario: path, over: "market.zones"), "not a single number"),
        (BreakEvenRequest(scenario: path, kpi: "cost"), "unknown KPI"),
        (BreakEvenRequest(scenario: path, from: "9", to: "8"), "is to be below"),
        (BreakEvenRequest(scenario: path, from: "many"), "is a number"),
      ]
      for (request, text) in requests {
        let failure = try failure(request)
        #expect(failure.exitStatus == .usage)
        #expect(failure.text(isColored: false, columns: 96).contains(text), "\(text)")
      }
      // A level that the reader refuses is told like any other mistake in the file.
      let refused = try failure(BreakEvenRequest(scenario: path, from: "1", to: "1e12"))
      #expect(refused.exitStatus == .badScenario)
    }
  }
}
