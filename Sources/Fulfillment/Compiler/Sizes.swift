internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// What a scenario would take before it is allocated, so that one slip in a count is a message and not a
/// machine out of memory.
struct SizeEstimate {
  /// Bytes that the tables of one market or one strategy may take.
  static let limit = 4.0 * 1_073_741_824
  static let zonesMaximum = 50_000
  /// Products of zones and clusters that are still placed within seconds.
  static let clusterWorkMaximum = 2e6
  /// Orders and units expected in one replication.
  static let ordersMaximum = 1e8
  static let unitsMaximum = 1e9
  /// Expected value of all goods in one replication; money is kept in 64-bit millionths.
  static let valueMaximum = 2e12
  /// Servers or vehicles of one queue.
  static let serversMaximum = 10_000_000.0

  private var total = 0.0
  private var largest: (bytes: Double, product: String)?

  /// Adds a table of counts multiplied, each with its plural.
  mutating func add(_ factors: (Double, String)..., bytes: Double) {
    let size = factors.reduce(bytes) { $0 * $1.0 }
    total += size
    guard size > largest?.bytes ?? 0 else { return }
    let product = factors.map { "\(SizeEstimate.text($0.0)) \($0.1)" }.joined(separator: " x ")
    largest = (size, product)
  }

  /// Reports if all tables together are too large; names the product that counts most.
  func check(_ what: String, at location: SourceLocation?, _ sink: DiagnosticSink) {
    guard total > SizeEstimate.limit, let largest else { return }
    let size = NumberText.grouped(Int(min(total, 1e18) / 1_073_741_824))
    sink.error(
      "too-large", "\(what) would take about \(size) GiB: \(largest.product)", at: location,
      help: ["at most 4 GiB; lower one of these counts"])
  }

  /// A count for a message: "1,000,000" or "3.2e+15".
  static func text(_ count: Double) -> String {
    count < 1e15 ? NumberText.grouped(Int(count.rounded())) : NumberText.short(count)
  }
}

extension MarketModel {
  /// Whether zones, sellers and SKUs may be expanded.
  static func checkSizes(_ market: Market, _ sink: DiagnosticSink) {
    if market.zones.count > SizeEstimate.zonesMaximum {
      sink.error(
        "too-large",
        "\(NumberText.grouped(market.zones.count)) zones; at most "
          + NumberText.grouped(SizeEstimate.zonesMaximum),
        at: market.zones[SizeEstimate.zonesMaximum].name.location,
        help: ["join zones that lie close together"])
    }
    var estimate = SizeEstimate()
    for cohort in market.sellers {
      let value = cohort.value
      let skus = value.products.isEmpty ? value.skus : value.products.count
      estimate.add((Double(value.count), "sellers"), (Double(skus), "SKUs"), bytes: 250)
    }
    let most = market.sellers.max {
      Double($0.value.count) * Double($0.value.skus) < Double($1.value.count)
        * Double($1.value.skus)
    }
    estimate.check("the catalog", at: most?.location, sink)
  }

  /// Whether the source's orders can be simulated; reports if not.
  func check(_ source: Named<any DemandKind>, in context: DemandContext, _ sink: DiagnosticSink)
    -> Bool
  {
    if let problem = source.value.problem(in: context) {
      sink.error("too-large", problem, at: source.location)
      return false
    }
    let orders = source.value.meanOrdersPerDay(in: context) * context.days
    let units = orders * source.value.meanUnitsPerOrder
    for (count, what, limit) in [
      (orders, "orders", SizeEstimate.ordersMaximum), (units, "units", SizeEstimate.unitsMaximum),
    ] where count > limit {
      sink.error(
        "too-large",
        "about \(SizeEstimate.text(count)) \(what) would be placed in one replication; at most "
          + SizeEstimate.text(limit), at: source.location,
        help: ["lower the demand, market.scale or experiment.window"])
      return false
    }
    return true
  }

  /// Whether anybody orders anything, and whether money can count it.
  func checkDemand(_ market: Market, _ sink: DiagnosticSink) {
    let location = market.demand.first?.location
    if ordersPerDay.reduce(0, +) <= 0 {
      sink.error(
        "no-demand", "nobody orders anything: all sources of demand come to 0 orders", at: location)
    }
    let days = Double(clock.windowEnd) / 8.64e10
    let value = zip(unitsPerDay, skus.price).reduce(0) { $0 + $1.0 * Double($1.1) } * 1e-6 * days
    if value > SizeEstimate.valueMaximum {
      sink.error(
        "too-large",
        "goods worth about \(SizeEstimate.text(value)) would be sold in one replication; at most "
          + SizeEstimate.text(SizeEstimate.valueMaximum), at: location,
        help: ["look at prices and demand, or give the scenario a currency of more worth"])
    }
  }
}

extension StrategyCompiler {
  /// Whether the strategy's sites may be expanded and its tables made.
  func checkSizes() {
    let zones = Double(market.zones.count)
    let skus = Double(market.skus.names.count)
    var estimate = SizeEstimate()
    var all = 0.0
    var sources = 0.0
    let shipping = Set(strategy.sourcing.flatMap(\.from).map(\.value))
    for named in strategy.facilities {
      let members = memberCount(named.value.siting)
      all += members
      if shipping.contains(named.name) { sources += members }
      if named.value.siting.clusters != nil { checkClusters(members, at: named.location) }
      guard let stock = named.value.stock else { continue }
      let own = named.value.siting.each == .seller
      // A row number per SKU and site, and state, specification and view of those it keeps.
      estimate.add((members, "sites of '\(named.name)'"), (skus, "SKUs"), bytes: 8)
      let kept = own ? skus / max(1, Double(market.sellers.count)) : skus * stock.assortment
      estimate.add((members, "sites of '\(named.name)'"), (kept, "SKUs kept"), bytes: 350)
      if let forecast = stock.forecast {
        let depth = Double(forecast.filter.weights.count)
        estimate.add(
          (members, "sites of '\(named.name)'"), (own ? kept : skus, "SKUs"), (depth, "periods"),
          bytes: 8)
      }
      if stock.transshipment != nil {
        estimate.add((members, "sites of '\(named.name)'"), (members, "sister sites"), bytes: 600)
      }
      if let from = stock.from,
        let group = strategy.facilities.first(where: { $0.name == from.value }),
        group.value.siting.each == .seller
      {
        estimate.add(
          (members, "sites of '\(named.name)'"),
          (memberCount(group.value.siting), "sellers' sites"),
          bytes: 600)
      }
    }
    if let regions = strategy.regions {
      checkClusters(min(Double(regions), zones), at: strategy.facilities.first?.location)
    }
    let stops = strategy.paths.map { Double($0.via.count) }.max() ?? 0
    estimate.add((all, "sites"), (all, "sites"), bytes: 8)
    estimate.add((all, "sites"), (zones, "zones"), bytes: 24)
    estimate.add((sources, "sites that ship"), (zones, "zones"), bytes: 400 + 150 * stops)
    estimate.check(
      "strategy '\(builder.tables.strategy)'", at: strategy.facilities.first?.location, sink)
  }

  private func memberCount(_ siting: Siting) -> Double {
    let zones = market.zones.count
    if let clusters = siting.clusters { return Double(min(clusters, zones)) }
    switch siting.each {
    case .zone: return Double(min(siting.largest ?? zones, zones))
    case .seller:
      let cohort = siting.cohort.flatMap { market.cohorts[$0.value] }
      return Double(cohort?.count ?? market.sellers.count)
    case nil: return Double(siting.sites.count)
    }
  }

  private func checkClusters(_ count: Double, at location: SourceLocation?) {
    guard count * Double(market.zones.count) > SizeEstimate.clusterWorkMaximum else { return }
    sink.error(
      "too-large",
      "\(SizeEstimate.text(count)) clusters of \(NumberText.grouped(market.zones.count)) zones "
        + "would take too long to place", at: location, help: ["ask for fewer, or use each: zone"])
  }
}
