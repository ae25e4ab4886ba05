internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// Growth, months and promotions of the market's days.
extension MarketModel {
  /// Promotions must concern sources that there are.
  func checkPromotions(_ market: Market, _ sink: DiagnosticSink) {
    let known = market.demand.map(\.name)
    for source in market.promotions.flatMap(\.value.demand) where !known.contains(source.value) {
      sink.unknown("source of demand", source, known: known)
    }
  }

  /// The calendar of one source of demand, in the market's days.
  func calendar(of source: String, in market: Market) -> DemandCalendar {
    let first = timeZone.civil(unixSeconds: epoch).date
    let last = timeZone.civil(unixSeconds: epoch + clock.windowEnd / 1_000_000).date
    let concerning = market.promotions.filter { promotion in
      let demand = promotion.value.demand.map(\.value)
      return demand.isEmpty || demand.contains(source)
    }
    // A promotion may begin in the year before.
    let days = concerning.flatMap { promotion in
      (first.year - 10...last.year + 1).flatMap { promotion.value.days(in: $0) }
    }
    let mean = market.months.reduce(0, +) / 12
    return DemandCalendar(
      asOf: market.growthFrom ?? first, growthPerYear: market.growth,
      months: market.months.map { $0 / mean },
      promotions: days.filter { $0.first <= last + 1 && first <= $0.first + $0.count })
  }
}
