internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Stock: what each site keeps, when it orders, and from where it is replenished.
extension StrategyCompiler {
  /// What is known of stock while it is compiled.
  struct StockDrafts {
    /// Units per day that other sites are expected to ask of a site [sites: SKUs].
    var asked: [Int: [Double]] = [:]
    /// Site that each stock row is replenished from, where that is not a supplier without limit.
    var supplierOfRow: [(row: Int, site: Int, group: Int)] = []
    /// Itinerary of goods for a site, from another one or from its supplier.
    var ways: [String: Int32] = [:]
    /// Consignments and units per day that are expected on an itinerary.
    var loads: [(itinerary: Int32, consignments: Double, units: Double)] = []
    /// Place of each SKU by popularity.
    var rank: [Int] = []
  }

  /// Rows of every SKU a site keeps, with levels from the table, else from the policy.
  ///
  /// - Returns: Expected work of what comes in.
  mutating func stock(_ flows: Flows) -> StockDrafts {
    builder.tables.siteStock = sites.map { _ in .unlimited }
    builder.tables.inbounds = [InboundSpec](repeating: InboundSpec(), count: sites.count)
    builder.tables.spaces = [SpaceSpec](repeating: SpaceSpec(), count: sites.count)
    var drafts = StockDrafts()
    drafts.rank = [Int](repeating: 0, count: market.skus.names.count)
    let byPopularity = drafts.rank.indices.sorted {
      (market.unitsPerDay[$1], $0) < (market.unitsPerDay[$0], $1)
    }
    for (place, sku) in byPopularity.enumerated() { drafts.rank[sku] = place }
    for index in groupsBySupply() {
      guard let rule = groups[index].kind.stock else { continue }
      let listed = listedLevels(rule, groups[index])
      var unused = listed
      for site in groups[index].members {
        guard keep(rule, at: site, listed, &unused, flows, &drafts) else { return drafts }
      }
      warnOfUnused(Array(unused.values), at: groups[index])
    }
    connect(drafts)
    return drafts
  }

  /// The rows of one site; false if they cannot be.
  private mutating func keep(
    _ rule: StockRule, at site: Int, _ listed: [String: StockLevel],
    _ unused: inout [String: StockLevel], _ flows: Flows, _ drafts: inout StockDrafts
  ) -> Bool {
    let group = groups[sites[site].group]
    let skuCount = market.skus.names.count
    let first = builder.tables.stockRowOf.count
    let firstRow = builder.tables.stocks.count
    builder.tables.siteStock[site] = .rows(first: Int32(first))
    builder.tables.stockRowOf += [Int32](repeating: -1, count: skuCount)
    let own = sites[site].seller.map { market.sellers[$0].skus }
    let most = Int((rule.assortment * Double(skuCount)).roundedUp)
    let leadTime = rule.from == nil ? builder.law(rule.leadTime) : -1
    let space = SpaceSpec(rule.limit)
    builder.tables.spaces[site] = space
    var initialSpace = 0.0
    for sku in own ?? 0..<skuCount {
      let name = "\(sites[site].name)|\(market.skus.names[sku])"
      let isPlaced = isPlaced(sku, named: name, rule, drafts, most: most)
      guard isPlaced || rule.choice == .forecast else { continue }
      let reach = own == nil ? flows.reach[site] : 1
      let sold = flows.ofSite[site] > 0 ? market.unitsPerDay[sku] * min(1, reach) : 0
      let demand = sold + (drafts.asked[site]?[sku] ?? 0)
      let given = listed[name]
      if given != nil { unused[name] = nil }
      var levels = isPlaced ? rule.replenishment.levels(demand: demand) : .none
      if let given {
        levels = StockLevels(
          reorderPoint: given.reorderPoint,
          orderUpTo: given.orderUpTo ?? given.reorderPoint + (given.quantity ?? 1),
          quantity: given.quantity ?? 0)
      }
      let initial = given?.initial ?? max(0, levels.orderUpTo)
      guard check(levels, initial: initial, given, name, in: group) else { return false }
      let row = builder.tables.stocks.count
      builder.tables.stockRowOf[first + sku] = Int32(row)
      let way = inbound(rule, to: site, of: sku, demand, levels, row: row, &drafts)
      let isReviewed = rule.replenishment.review != nil
      let perVolume = rule.storage * market.skus.volume[sku]
      var spec = StockSpec(
        site: Int32(site), sku: Int32(sku),
        reorderPoint: isReviewed ? .min : Int32(levels.reorderPoint),
        orderUpTo: Int32(levels.orderUpTo), quantity: Int32(levels.quantity),
        initial: Int32(initial), leadTimeLaw: leadTime,
        holdingPerSecond: (rule.holding + perVolume) * 1e6,
        inboundPerUnit: micros(rule.inboundPerUnit), key: Purpose.fnv1a64(name) & ~0xff_ffff)
      spec.reviewPoint = Int32(levels.reorderPoint)
      spec.inbound = way
      spec.space = space.perUnit(volume: market.skus.volume[sku])
      spec.isFixed = given != nil
      spec.expectedPerDay = demand
      initialSpace += Double(initial) * Double(spec.space)
      builder.tables.stocks.append(spec)
    }
    if space.refuses, initialSpace > Double(space.limit) {
      warnOfFull(group, site, initialSpace, space)
    }
    findSisters(rule, of: site, in: group, &drafts)
    return plan(rule, at: site, rows: firstRow..<builder.tables.stocks.count, most: most)
  }

  private func isPlaced(
    _ sku: Int, named name: String, _ rule: StockRule, _ drafts: StockDrafts, most: Int
  ) -> Bool {
    switch rule.choice {
    case .random: keeps(name, rule.assortment)
    case .popular, .forecast: drafts.rank[sku] < most
    }
  }

  /// What the site does by the clock, if anything.
  private func plan(_ rule: StockRule, at site: Int, rows: Range<Int>, most: Int) -> Bool {
    let review = rule.replenishment.review
    guard review != nil || rule.forecast != nil, !rows.isEmpty else { return true }
    var plan = PlanSpec(
      site: site, rows: rows, policy: rule.replenishment,
      keepsMost: rule.choice == .forecast ? most : rows.count)
    if let review {
      plan.timetable = builder.timetable(review, except: 0, in: sites[site].timeZone) ?? -1
      if !reportCalendars(groups[sites[site].group].location) { return false }
    }
    if let forecast = rule.forecast {
      plan.forecastEvery = Int64(forecast.every * 1e6)
      plan.filter = forecast.filter
    }
    builder.tables.plans.append(plan)
    return true
  }

  /// Units that levels may reach, and orders of one lot that a first sale may set off.
  private static let lotsMaximum = 10_000

  /// Whether levels are such that counts fit and a sale does not set off a storm of orders.
  private func check(
    _ levels: StockLevels, initial: Int, _ given: StockLevel?, _ name: String, in group: Group
  ) -> Bool {
    let location = given?.sku.location ?? group.location
    var place: String { name.replacing("|", with: "' for '") }
    if max(levels.orderUpTo, levels.reorderPoint + levels.quantity) > StockLevels.unitsMaximum {
      sink.error(
        "too-large",
        "the stock at '\(place)' would be "
          + "\(SizeEstimate.text(Double(max(levels.orderUpTo, levels.reorderPoint)))) units",
        at: location,
        help: [
          "at most \(SizeEstimate.text(Double(StockLevels.unitsMaximum))): look at the demand and at days of stock"
        ])
      return false
    }
    if levels.quantity > 0,
      (levels.reorderPoint - initial) / levels.quantity > StrategyCompiler.lotsMaximum
    {
      sink.error(
        "bad-levels",
        "the first sale at '\(place)' would order \(levels.quantity) units "
          + "\(SizeEstimate.text(Double((levels.reorderPoint - initial) / levels.quantity))) times",
        at: location, help: ["start with more on hand, or order more at a time"])
      return false
    }
    return true
  }

  /// Whether a site keeps a SKU: the same answer for the same names, whatever else there is.
  private func keeps(_ name: String, _ share: Double) -> Bool {
    guard share < 1 else { return true }
    var stream = RandomStream()
    stream.seat(
      seed: builder.tables.seed, purpose: Purpose("assortment").key, replication: 0,
      entity: Purpose.fnv1a64(name))
    return stream.uniform() < share
  }

  /// Warns of levels that nothing asked for: the site does not keep the SKU.
  private func warnOfUnused(_ levels: [StockLevel], at group: Group) {
    guard
      let first = levels.min(by: { ($0.site.value, $0.sku.value) < ($1.site.value, $1.sku.value) })
    else { return }
    let more = levels.count > 1 ? ", and \(levels.count - 1) more levels are for naught" : ""
    sink.warning(
      "unused-level", "'\(first.site.value)' does not keep '\(first.sku.value)'\(more)",
      at: first.sku.location,
      help: ["'assortment' of '\(group.name)' leaves it out; 100 % keeps every SKU"])
  }

  private func warnOfFull(_ group: Group, _ site: Int, _ needed: Double, _ space: SpaceSpec) {
    let scale = space.isVolume ? 1e-6 : 1
    let unit = space.isVolume ? "m3" : "units"
    sink.warning(
      "over-full",
      "the stock that '\(sites[site].name)' starts with takes "
        + "\(NumberText.short((needed * scale).rounded())) of "
        + "\(NumberText.short(Double(space.limit) * scale)) \(unit)", at: group.location,
      help: ["it refuses what comes in until room is free: lower the levels, or raise 'limit'"])
  }
}
