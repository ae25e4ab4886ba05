internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Where stock comes from: other facilities over lanes, sister sites, receiving and putaway.
extension StrategyCompiler {
  /// Indices of groups, those that are replenished before those that they are replenished from.
  func groupsBySupply() -> [Int] {
    var order: [Int] = []
    var left = Array(groups.indices)
    while !left.isEmpty {
      let suppliers = Set(left.compactMap { groups[$0].kind.stock?.from?.value })
      guard let next = left.first(where: { !suppliers.contains(groups[$0].name) }) else {
        let group = groups[left[0]]
        sink.error(
          "cyclic-supply", "'\(group.name)' is replenished from itself in the end",
          at: group.kind.stock?.from?.location ?? group.location,
          help: ["some group must have a supplier of its own: leave out its 'from'"])
        return []
      }
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  /// The itinerary of a site's goods, and what they ask of whom they come from; -1: straight to the shelf.
  mutating func inbound(
    _ rule: StockRule, to site: Int, of sku: Int, _ demand: Double, _ levels: StockLevels,
    row: Int, _ drafts: inout StockDrafts
  ) -> Int32 {
    var source: Int?
    if let from = rule.from {
      source = supplier(of: site, sku: sku, in: groups[groupIndex[from.value]!])
      guard let source else {
        reportNoSupply(sku, from: sites[site].group)
        return -1
      }
      drafts.asked[source, default: [Double](repeating: 0, count: market.skus.names.count)][sku] +=
        demand
      drafts.supplierOfRow.append((row, source, sites[site].group))
    }
    let way = way(rule, from: source, to: site, &drafts)
    if way >= 0, demand > 0 {
      let days = rule.replenishment.review?.every.map { $0 / 86400 }
      let lot =
        levels.quantity > 0
        ? Double(levels.quantity)
        : max(1, days.map { $0 * demand } ?? Double(levels.orderUpTo - levels.reorderPoint))
      drafts.loads.append((way, demand / lot, demand))
    }
    return way
  }

  /// The member nearest to a site, or the site of the SKU's own seller.
  private func supplier(of site: Int, sku: Int, in group: Group) -> Int? {
    if group.isSellers {
      // Members are in the order of their sellers.
      guard let first = group.members.first, let seller = sites[first].seller else { return nil }
      let member = first + Int(market.skus.seller[sku]) - seller
      return group.members.contains(member) ? member : nil
    }
    return group.members.min {
      (siteDistance[site][$0], $0) < (siteDistance[site][$1], $1)
    }
  }

  /// Lanes and buildings on the way, receiving and putaway; made once for each pair of sites.
  private mutating func way(
    _ rule: StockRule, from source: Int?, to site: Int, _ drafts: inout StockDrafts
  ) -> Int32 {
    let key = "\(source ?? -1)|\(site)"
    if let known = drafts.ways[key] { return known }
    var steps: [Step] = []
    var charges: [Charge] = []
    var emissions: [EmissionLeg] = []
    if let source {
      var layer: [(length: Double, chain: [Int])] = [(0, [source])]
      for name in source == site ? [] : rule.via {
        layer = groups[groupIndex[name.value]!].members.map { shortest(layer, to: $0) }
      }
      let chain = shortest(layer, to: site).chain
      for (from, to) in zip(chain, chain.dropFirst()) {
        let leg = lower(lane(from, to), from, to)
        steps += leg.steps
        charges += leg.charges
        emissions += self.emissions(of: lane(from, to), from, to)
        _ = reportCalendars(lane(from, to).from.location)
        if to != site {
          steps += program(to).passThrough.steps
          charges += program(to).passThrough.charges
        }
      }
    }
    var work = FacilityWork(builder, at: sites[site], scope: "")
    if let receiving = rule.receiving {
      work.process(receiving, named: "receiving", account: .inbound)
    }
    if let putaway = rule.putaway { work.process(putaway, named: "putaway", account: .inbound) }
    steps += work.steps
    let isNothing = steps.isEmpty && source == nil
    let way =
      isNothing
      ? -1
      : append(
        steps, charges, emissions,
        end: Step(primitive: .store, waitStage: .stock, workStage: .stock))
    drafts.ways[key] = way
    return way
  }

  /// Sister sites that help out, nearest first, and the ways from them.
  mutating func findSisters(
    _ rule: StockRule, of site: Int, in group: Group, _ drafts: inout StockDrafts
  ) {
    guard let transshipment = rule.transshipment else { return }
    let near = group.members.filter {
      $0 != site && siteDistance[$0][site] <= transshipment.within ?? .infinity
    }.sorted { (siteDistance[$0][site], $0) < (siteDistance[$1][site], $1) }
    builder.tables.inbounds[site] = InboundSpec(
      firstSister: Int32(builder.tables.sisters.count), sisterCount: Int32(near.count),
      sistersKeep: Int32(transshipment.keep))
    var direct = rule
    direct.via = []
    for sister in near {
      let way = way(direct, from: sister, to: site, &drafts)
      builder.tables.sisters.append(Sister(site: Int32(sister), itinerary: way))
    }
  }

  /// Rows that are replenished from rows of another site.
  func connect(_ drafts: StockDrafts) {
    var reported: Set<Int> = []
    for link in drafts.supplierOfRow {
      guard case .rows(let first) = builder.tables.siteStock[link.site] else { continue }
      let sku = Int(builder.tables.stocks[link.row].sku)
      let supplier = builder.tables.stockRowOf[Int(first) + sku]
      builder.tables.stocks[link.row].supplier = supplier
      if supplier < 0, reported.insert(link.group).inserted {
        reportNoSupply(sku, from: link.group)
      }
    }
  }

  private func reportNoSupply(_ sku: Int, from group: Int) {
    let rule = groups[group].kind.stock
    sink.error(
      "no-supply",
      "'\(groups[group].name)' keeps '\(market.skus.names[sku])', which "
        + "'\(rule?.from?.value ?? "")' does not",
      at: rule?.from?.location ?? groups[group].location,
      help: ["raise the 'assortment' there, or lower it here"])
  }

  /// Groups and lanes that stock comes by are known, and lead there.
  func checkSupply() {
    let names = strategy.facilities.map(\.name)
    for named in strategy.facilities {
      guard let rule = named.value.stock else { continue }
      let here = Located(named.name, at: named.location)
      if let from = rule.from {
        let unknown = ([from] + rule.via).filter { !names.contains($0.value) }
        for name in unknown { sink.unknown("facility group", name, known: names) }
        if unknown.isEmpty { checkLanes([from] + rule.via + [here]) }
      }
      if rule.transshipment != nil { checkLanes([here, here]) }
    }
  }

  /// Groups passed by replenishment, and the lanes it takes.
  var supplyLegs: (groups: Set<String>, lanes: Set<[String]>) {
    var passed: Set<String> = []
    var legs: Set<[String]> = []
    for named in strategy.facilities {
      guard let rule = named.value.stock else { continue }
      if rule.transshipment != nil { legs.insert([named.name, named.name]) }
      guard let from = rule.from else { continue }
      let stops = [from.value] + rule.via.map(\.value) + [named.name]
      passed.formUnion(stops)
      legs.formUnion(zip(stops, stops.dropFirst()).map { [$0, $1] })
    }
    return (passed, legs)
  }
}

extension SpaceSpec {
  init(_ limit: StorageLimit?) {
    self.init()
    guard let limit else { return }
    isVolume = limit.volume != nil
    self.limit = limit.volume.map { Int64(saturating: $0 * 1e6) } ?? Int64(limit.units ?? 0)
    refuses = limit.full == .refuse
    overflowPerSecond = isVolume ? limit.perVolume : limit.perUnit * 1e6
  }

  /// Room that one unit takes.
  func perUnit(volume: Double) -> Int32 {
    isVolume ? Int32(min(max(1, (volume * 1e6).rounded(.up)), 2e9)) : 1
  }
}
