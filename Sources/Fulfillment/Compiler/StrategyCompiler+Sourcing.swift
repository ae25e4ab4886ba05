internal import ScenarioFile

/// Which facility ships what: ranked sites per tier and zone, and the flows to expect.
extension StrategyCompiler {
  /// Expected shipments per day, by itinerary and by site.
  struct Flows {
    var ofItinerary: [Double]
    var ofSite: [Double]
    /// Share of all orders that come from zones which a site serves if it has the goods.
    var reach: [Double]
  }

  func rankSources() {
    for tier in strategy.sourcing {
      let members = members(of: tier)
      var table = TierTable(choice: tier.policy.choice)
      if isOwnSites(tier) {
        table.siteOfSeller = [Int32](repeating: -1, count: market.sellers.count)
        for site in members { table.siteOfSeller[sites[site].seller!] = Int32(site) }
      } else {
        table.starts = [0]
        for zone in market.zones.indices {
          let candidates = members.filter {
            zoneDistance[$0][zone] <= tier.within ?? .infinity
          }.map { ($0, candidate(site: $0, zone: zone)) }
          let ranked = candidates.sorted { a, b in
            if tier.policy.prefers(a.1, over: b.1) { return true }
            if tier.policy.prefers(b.1, over: a.1) { return false }
            return a.0 < b.0
          }
          table.ranked += ranked.map { Int32($0.0) }
          table.starts.append(Int32(table.ranked.count))
        }
      }
      builder.tables.tiers.append(table)
    }
  }

  private func members(of tier: SourcingTier) -> [Int] {
    tier.from.flatMap { Array(groups[groupIndex[$0.value]!].members) }.sorted()
  }

  /// True for a tier in which each seller ships from a site of its own.
  private func isOwnSites(_ tier: SourcingTier) -> Bool {
    groups[groupIndex[tier.from[0].value]!].isSellers
  }

  private func candidate(site: Int, zone: Int) -> SourcingCandidate {
    SourcingCandidate(
      distance: zoneDistance[site][zone],
      isInRegion: builder.tables.siteRegion[site] == builder.tables.zoneRegion[zone],
      unitCost: unitCost(site: site, zone: zone),
      expectedTime: expectedTime(site: site, zone: zone))
  }

  /// Cost of a shipment of mean lines, units, weight and value on the way from a site to a zone.
  private func unitCost(site: Int, zone: Int) -> Double {
    let tables = builder.tables
    let row = tables.itineraryOf[site * market.zones.count + zone]
    guard row >= 0 else { return .infinity }
    let value = market.meanValue
    let itinerary = tables.itineraries[Int(row)]
    var total = 0.0
    let charges = Int(itinerary.firstCharge)..<Int(itinerary.firstCharge + itinerary.chargeCount)
    for index in charges {
      let charge = tables.charges[Int(tables.itineraryCharges[index])]
      let weight = charge.chargeableWeight(
        grams: Int64(saturating: market.meanGrams), volume: Int64(saturating: market.meanVolume))
      guard charge.account.isCostToServe, let grams = weight else { continue }
      total += Double(charge.perShipment) + Double(charge.perLine) * market.meanLines
      total += Double(charge.perUnit) * market.meanUnits + charge.perGram * grams
      if value > Double(charge.aboveValue) { total += charge.perValue * value }
      let classes = tables.rates[Int(charge.firstRate)..<Int(charge.firstRate + charge.rateCount)]
      if let rate = classes.first(where: { $0.upToGrams >= grams }) ?? classes.last {
        total += Double(rate.price)
      }
    }
    var index = Int(itinerary.firstStep)
    while tables.steps[index].primitive != .deliver {
      let step = tables.steps[index]
      if step.flags.contains(.declares) {
        total += expectedDuties(tables.duties[Int(step.resource)])
      }
      index += 1
    }
    return total * 1e-6
  }

  /// Duty, tax and brokerage of a shipment of mean weight and value by the rules of the start of the run,
  /// over the goods as they are demanded [millionths].
  private func expectedDuties(_ table: DutyTable) -> Double {
    let period = max(0, (table.starts.firstIndex { $0 > 0 } ?? table.starts.count) - 1)
    let units = market.unitsPerDay.reduce(0, +)
    var total = Double(table.brokerage[period])
    var shares = [Double](repeating: 0, count: market.dutyCodes.count)
    for (sku, code) in market.skus.dutyCode.enumerated() {
      shares[Int(code)] += market.unitsPerDay[sku] / units
    }
    for (code, share) in shares.enumerated() where share > 0 {
      let row = table.rows[period * market.dutyCodes.count + code]
      var due = 0.0
      for levy in [row.duty, row.tax] where market.meanValue > Double(levy.above) {
        due +=
          levy.rate * (market.meanValue + due) + levy.perGram * market.meanGrams
          + Double(levy.perParcel)
      }
      total += share * due
    }
    return total
  }

  /// Where orders are expected to ship from: the first site of the tiers that keeps the SKU.
  func expectedFlows() -> Flows {
    let shares = market.zoneShares
    let tables = builder.tables
    var flows = Flows(
      ofItinerary: [Double](repeating: 0, count: tables.itineraries.count),
      ofSite: [Double](repeating: 0, count: sites.count),
      reach: [Double](repeating: 0, count: sites.count))
    func book(_ site: Int, zone: Int, orders: Double, share: Double) {
      let row = tables.itineraryOf[site * market.zones.count + zone]
      guard row >= 0 else { return }
      flows.ofItinerary[Int(row)] += orders
      flows.ofSite[site] += orders
      flows.reach[site] += share
    }
    let total = market.ordersPerDay.reduce(0, +)
    for (zone, share) in shares.enumerated() {
      var left = 1.0
      var lastPooled: Int?
      for (tier, table) in zip(strategy.sourcing, tables.tiers) where left > 1e-6 {
        if isOwnSites(tier) {
          var served = 0.0
          for (seller, orders) in market.ordersPerDay.enumerated() {
            let site = Int(table.siteOfSeller[seller])
            guard site >= 0, total > 0 else { continue }
            book(
              site, zone: zone, orders: orders * share * left, share: share * left * orders / total)
            served += orders / total
          }
          // Sellers without a site of this tier go on to the next.
          left *= 1 - min(1, served)
          continue
        }
        for rank in Int(table.starts[zone])..<Int(table.starts[zone + 1]) where left > 1e-6 {
          let site = Int(table.ranked[rank])
          let kept = groups[sites[site].group].kind.stock?.assortment ?? 1
          lastPooled = lastPooled ?? site
          book(site, zone: zone, orders: total * share * left * kept, share: share * left)
          left *= 1 - kept
        }
      }
      if left > 1e-6, let lastPooled {
        book(lastPooled, zone: zone, orders: total * share * left, share: 0)
      }
    }
    return flows
  }
}
