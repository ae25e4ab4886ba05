internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Facilities become sites.
extension StrategyCompiler {
  mutating func expandSites() {
    var names: Set<String> = []
    for named in strategy.facilities.sorted(by: { $0.name < $1.name }) {
      let first = sites.count
      let siting = named.value.siting
      let given = [!siting.sites.isEmpty, siting.clusters != nil, siting.each != nil]
      if given.filter({ $0 }).count != 1 {
        reportSiting(named, given)
        continue
      }
      checkSiting(named)
      for var member in members(of: named) {
        if let coverage = siting.coverage {
          member.coverage = coverage
          member.likeSites = likeSites(at: member.position, coverage)
        }
        member.owner = siting.each == .seller ? .seller : facilityOperator
        if !names.insert(member.name).inserted {
          sink.error(
            "duplicate-name", "two facilities are named '\(member.name)'", at: named.location)
        }
        sites.append(member)
        builder.tables.fixedCostPerSecond.append(
          siting.fixedCost * Double(member.likeSites) * 1e6)
      }
      groupIndex[named.name] = groups.count
      groups.append(
        Group(
          name: named.name, kind: named.value, location: named.location,
          members: first..<sites.count))
    }
    for index in sites.indices { sites[index].index = index }
    builder.tables.siteNames = sites.map(\.name)
    builder.tables.sitePositions = sites.map(\.position)
    builder.tables.siteTimeZones = sites.map(\.timeZone)
    builder.tables.siteGroups = sites.map(\.group)
    builder.tables.siteOwners = sites.map(\.owner)
    builder.tables.groupNames = groups.map(\.name)
  }

  private func members(of named: Named<any FacilityKind>) -> [SiteModel] {
    let siting = named.value.siting
    let group = groups.count
    let holidays = market.holidays.row(siting.holidays, sink)
    func site(_ name: String, _ position: Position, _ timeZone: CivilTimeZone) -> SiteModel {
      SiteModel(
        index: 0, name: name, group: group, position: position, timeZone: timeZone,
        holidays: holidays)
    }
    if let count = siting.clusters {
      let centers = market.geography.clusters(
        count, of: market.zones.map { ($0.position, $0.weight) }
      ).medians
      return centers.map { center in
        let zone = market.zones[center]
        return site(
          centers.count == 1 ? named.name : "\(named.name)-\(zone.name)", zone.position,
          zone.timeZone)
      }
    }
    switch siting.each {
    case .zone:
      var indices = Array(market.zones.indices)
      if let largest = siting.largest {
        indices.sort { (market.zones[$1].weight, $0) < (market.zones[$0].weight, $1) }
        indices = indices.prefix(largest).sorted()
      }
      return indices.map {
        site(
          "\(named.name)-\(market.zones[$0].name)", market.zones[$0].position,
          market.zones[$0].timeZone)
      }
    case .seller:
      return sellerSites(of: named)
    case nil:
      return siting.sites.sorted { $0.name.value < $1.name.value }.compactMap { place in
        market.position(
          latitude: place.latitude, longitude: place.longitude, x: place.x, y: place.y,
          of: "site", place.name, sink
        ).map {
          var site = site(place.name.value, $0, place.timeZone ?? nearestTimeZone($0))
          if let own = place.holidays { site.holidays = market.holidays.row(own, sink) }
          return site
        }
      }
    }
  }

  /// Sites that it takes to have everybody in the zone at a position within `coverage` of one.
  private func likeSites(at position: Position, _ coverage: Double) -> Int {
    guard let zone = market.zones.first(where: { $0.position == position }) else { return 1 }
    return max(1, Int((zone.radius * zone.radius / (coverage * coverage)).rounded(.up)))
  }

  private func sellerSites(of named: Named<any FacilityKind>) -> [SiteModel] {
    let siting = named.value.siting
    var members = market.sellers.indices
    if let cohort = siting.cohort {
      guard let range = market.cohorts[cohort.value] else {
        sink.unknown("seller", cohort, known: market.cohorts.keys.sorted())
        return []
      }
      members = range
    }
    let zones = InversionTable(weights: market.zones.map(\.weight))
    let holidays = market.holidays.row(siting.holidays, sink)
    return members.map { index in
      let seller = market.sellers[index]
      let name = "\(named.name)-\(seller.name)"
      if siting.base == .home {
        return SiteModel(
          index: 0, name: name, group: groups.count, position: seller.position,
          timeZone: seller.timeZone, holidays: seller.holidays ?? holidays, seller: index)
      }
      let place = (Double(index - members.lowerBound) + 0.5) / Double(members.count)
      let zone = market.zones[zones.index(at: place)]
      return SiteModel(
        index: 0, name: name, group: groups.count, position: zone.position,
        timeZone: zone.timeZone, holidays: holidays, seller: index)
    }
  }

  /// Time zone of the nearest demand zone.
  private func nearestTimeZone(_ position: Position) -> CivilTimeZone {
    market.zones.min {
      market.geography.distance($0.position, position)
        < market.geography.distance($1.position, position)
    }?.timeZone ?? market.timeZone
  }
}
