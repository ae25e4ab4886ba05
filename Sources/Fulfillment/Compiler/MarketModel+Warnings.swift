internal import Diagnostics
internal import ScenarioFile

/// What a market has and nobody uses: nothing is wrong, but it may not be what the planner meant.
extension MarketModel {
  func warnOfUnused(_ market: Market, _ sink: DiagnosticSink) {
    let sources = Set(market.demand.map(\.value.seller.value))
    let isAll = market.demand.contains(where: \.value.isOfAllSellers)
    for cohort in market.sellers where !isAll && !sources.contains(cohort.name) {
      sink.warning(
        "unused-seller", "nobody buys from '\(cohort.name)'", at: cohort.location,
        help: ["add a source of demand with seller: \(cohort.name)"])
    }
    let categories = Set(market.sellers.compactMap(\.value.category?.value))
    for category in market.categories where !categories.contains(category.name) {
      sink.warning(
        "unused-category", "no seller sells '\(category.name)'", at: category.location)
    }
  }
}
