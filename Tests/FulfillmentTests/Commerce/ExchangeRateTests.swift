import Diagnostics
import Quantities
import RandomVariates
import ScenarioFile
import Testing

@testable import Fulfillment

/// Money in other currencies, by hand to the millionth.
@Suite struct ExchangeRateTests {
  /// A parcel for 4 EUR, packed in 6 minutes at 20 CNY an hour; a euro has rates by date, a yuan has one.
  private func shop(start: String, euro: String = ", EUR: 1.05") -> ScriptedCase {
    ScriptedCase(
      start: start,
      currency: """
        currency: USD
        exchange_rates: {CNY: 0.14\(euro)}
        dated_exchange_rates: {EUR: {2026-07-01: 1.25, 2026-04-01: 1.1}, CNY: {2030-01-01: 9}}
        """,
      strategy: """
            facilities:
              desk: {kind: fulfillment_center, sites: [{name: desk, x: 0 km, y: 0 km}], stock: null, pick: {time: 0 min}, pack: {time: 6 min, wage: 20 CNY/h, paid: worked}}
            last_mile: {door: {kind: parcel_carrier, transit: 2 h, base: 4 EUR}}
            paths: [{from: desk, last_mile: door}]
            sourcing: [{from: desk}]
        """)
  }

  @Test func `the latest rate until the first day holds, whatever the order of rates`() throws {
    for (start, price) in [
      ("2026-03-31", 4_200_000), ("2026-04-01", 4_400_000), ("2026-06-30T23:00", 4_400_000),
      ("2026-07-01", 5_000_000), ("2027-05-05", 5_000_000),
    ] as [(String, Int64)] {
      let outcome = try shop(start: start).run([ScriptedOrders.Order(at: 1)])
      #expect(outcome.ledger.total(.lastMile).micros == price, "\(start)")
      #expect(outcome.ledger.total(.pack).micros == 280_000, "\(start)")
    }
  }

  @Test func `before the first dated rate there is none unless one is given`() {
    func codes(_ start: String) -> [String] {
      let document = ScenarioLoader.load(
        text: shop(start: start, euro: "").text, named: "test.yaml", presets: Presets.text,
        presetNames: Presets.all.map(\.name))
      _ = document.decode(Scenario.self)
      return document.sink.diagnostics.map(\.code)
    }
    #expect(codes("2026-03-31") == ["no-exchange-rate"])
    #expect(codes("2026-04-01") == [])
  }
}
