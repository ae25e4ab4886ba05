internal import Diagnostics
internal import ScenarioFile

/// Which rule of returns holds for what.
extension MarketModel {
  /// Finds the rule of every stream of orders and category, and what share of shipments comes back.
  ///
  /// - Parameters:
  ///   - channels: Name of the source of demand of each stream.
  ///   - weights: Orders per day of each source and SKU's category, nil for SKUs without one.
  mutating func compileReturns(
    _ market: Market, channels: [String],
    weights: [(source: String, category: Int, weight: Double)],
    _ sink: DiagnosticSink
  ) {
    guard let customers = market.customers else { return }
    let sources = market.demand.map(\.name).sorted()
    for rule in customers.returns {
      if let category = rule.category, !categoryNames.contains(category.value) {
        sink.unknown("category", category, known: categoryNames)
      }
      if let demand = rule.demand, !sources.contains(demand.value) {
        sink.unknown("source of demand", demand, known: sources)
      }
    }
    func rule(_ source: String, _ category: Int) -> Int? {
      let name = category < categoryNames.count ? categoryNames[category] : nil
      return customers.returns.firstIndex {
        ($0.category == nil || $0.category?.value == name)
          && ($0.demand == nil || $0.demand?.value == source)
      }
    }
    for channel in channels {
      for category in 0...categoryNames.count { ruleOfReturn.append(rule(channel, category)) }
    }
    let total = weights.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    let rate = weights.reduce(0) { sum, part in
      sum + part.weight / total
        * (rule(part.source, part.category).map { customers.returns[$0].rate } ?? 0)
    }
    let refused = customers.refusal.map { refusal in
      let cash = refusal.rates.map(\.probability)
      return refusal.cashOnDelivery * cash.reduce(0, +) / Double(max(1, cash.count))
        + (1 - refusal.cashOnDelivery) * refusal.prepaid
    }
    let share = refused ?? 0
    expectedBackShare = share + (1 - share) * min(1, rate * meanLines)
  }
}
