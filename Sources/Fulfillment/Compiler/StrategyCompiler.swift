internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Compiles one strategy onto a market: names become dense indices, facilities become primitives,
/// ways to the door and unit costs become tables.
struct StrategyCompiler {
  let market: MarketModel
  let strategy: Strategy
  let sink: DiagnosticSink
  let builder: NetworkBuilder
  var disruptions: [Named<any DisruptionKind>] = []
  var groups: [Group] = []
  var groupIndex: [String: Int] = [:]
  var sites: [SiteModel] = []
  var programs: [Int: (fulfill: FacilityWork, passThrough: FacilityWork)] = [:]
  /// Distances between sites, and from sites to zones [m; sites x sites, sites x zones].
  var siteDistance: [[Double]] = []
  var zoneDistance: [[Double]] = []
  /// Itinerary of the way back from each zone to each source, -1 where there is none [sites x zones].
  var wayBackOf: [Int32] = []

  /// A group of facilities of one kind.
  struct Group {
    var name: String
    var kind: any FacilityKind
    var location: SourceLocation?
    var members: Range<Int>
    var isSellers: Bool { kind.siting.each == .seller }
  }

  /// - Returns: The network, or nil after reporting what is wrong with the strategy.
  static func compile(
    _ named: Named<Strategy>, on market: MarketModel, seed: Int,
    disruptions: [Named<any DisruptionKind>] = [], sink: DiagnosticSink
  ) -> Network? {
    let before = sink.errorCount
    var compiler = StrategyCompiler(named.value, market, sink)
    compiler.builder.tables.strategy = named.name
    compiler.disruptions = disruptions
    compiler.builder.tables.seed = UInt64(seed)
    compiler.run()
    guard sink.errorCount == before else { return nil }
    return Network(compiler.builder.tables)
  }

  private init(_ strategy: Strategy, _ market: MarketModel, _ sink: DiagnosticSink) {
    self.strategy = strategy
    self.market = market
    self.sink = sink
    builder = NetworkBuilder(market, sink)
  }

  private mutating func run() {
    copyMarket()
    let errors = sink.errorCount
    checkSizes()
    if sink.errorCount > errors { return }
    expandSites()
    checkReferences()
    if sink.errorCount > errors { return }
    measure()
    assignRegions()
    buildItineraries()
    buildWaysBack()
    if sink.errorCount > errors { return }
    rankSources()
    var flows = expectedFlows()
    addReturns(to: &flows)
    checkReach()
    let drafts = stock(flows)
    if sink.errorCount > errors { return }
    staff(flows, inbound: drafts)
    if sink.errorCount > errors { return }
    compileCommerce()
    if sink.errorCount > errors { return }
    planTimes()
    disrupt(disruptions)
    nameSeries()
    warnOfUnused()
    warnOfLost()
    builder.tables.promise = promiseTable(market.promise)
    builder.tables.customers = customerTable()
    builder.tables.within = market.within
    builder.tables.dayLimits =
      market.withinDays.map { dayLimit($0, "\($0)d", businessDays: false) }
      + market.withinBusinessDays.map { dayLimit($0, "\($0)bd", businessDays: true) }
    checkPurposes()
    builder.tables.ownPromise = strategy.promise.map(promiseTable)
  }

  /// Two purposes with one key would draw the same numbers.
  private func checkPurposes() {
    let names = ["customer.place", "customer.response", "lead_time", "catalog", "assortment"]
    let fixed = names.map(Purpose.init) + CustomerPurpose.all
    let purposes = Set(builder.tables.purposes + fixed)
    let entries = purposes.sorted { $0.name < $1.name }.map {
      PurposeRegistry.Entry($0, by: "network")
    }
    do {
      _ = try PurposeRegistry(entries)
    } catch {
      sink.error(
        "purpose-collision", "\(error)", at: strategy.facilities.first?.location,
        help: ["rename a group or a process"])
    }
  }

  private func copyMarket() {
    builder.tables.clock = market.clock
    builder.tables.zoneNames = market.zones.map(\.name)
    builder.tables.zonePositions = market.zones.map(\.position)
    builder.tables.isPlane = market.geography.geometry == .plane
    builder.tables.zoneTimeZones = market.zones.map(\.timeZone)
    builder.tables.epoch = market.epoch
    builder.tables.timeZone = market.timeZone
    builder.tables.sellerCount = market.sellers.count
    builder.tables.sellerNames = market.sellers.map(\.name)
    builder.tables.skus = market.skus
    builder.tables.dutyCodeCount = market.dutyCodes.count
    builder.tables.sources = market.sources
    builder.tables.channels = Labels(market.sourceKinds)
    if market.zones.contains(where: { $0.group != nil }) {
      builder.tables.zoneGroups = Labels(market.zones.map { $0.group ?? "other" })
    }
    builder.tables.response = market.response.map(ResponseTable.init)
    builder.tables.listing = strategy.listing.map(ListingTable.init)
    builder.tables.shortage = strategy.shortage
    builder.tables.shipmentsMost = strategy.shipmentsMost
  }

  // MARK: Sites

  private mutating func expandSites() {
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

  // MARK: References

  private func checkReferences() {
    // Groups that could not be sited are known all the same: no follow-up messages.
    let names = strategy.facilities.map(\.name)
    func check(_ reference: Located<String>) {
      if !names.contains(reference.value) {
        sink.unknown("facility group", reference, known: names)
      }
    }
    let lastMiles = strategy.lastMile.map(\.name)
    for path in strategy.paths {
      path.from.forEach(check)
      path.via.forEach(check)
      if !lastMiles.contains(path.lastMile.value) {
        sink.unknown("last mile", path.lastMile, known: lastMiles)
      }
    }
    for lane in strategy.lanes {
      check(lane.from)
      check(lane.to)
    }
    checkForm()
    checkReturns()
    checkSupply()
    for source in strategy.sourcing.flatMap(\.from) {
      check(source)
      guard let index = groupIndex[source.value] else { continue }
      if !type(of: groups[index].kind).shipsOrders {
        sink.error(
          "cannot-ship", "orders cannot ship from '\(source.value)'", at: source.location,
          help: ["kinds that ship orders: \(Registrations.shippingKinds.joined(separator: ", "))"])
      } else if !strategy.paths.contains(where: { $0.from.map(\.value).contains(source.value) }) {
        sink.error(
          "no-path", "no path leads from '\(source.value)' to the door", at: source.location,
          help: ["add an entry to paths with from: \(source.value)"])
      }
    }
    for path in strategy.paths {
      for from in path.from { checkLanes([from] + path.via) }
    }
    for tier in strategy.sourcing {
      let sellers = tier.from.count { groupIndex[$0.value].map { groups[$0].isSellers } ?? false }
      if sellers > 0, tier.from.count > 1 {
        sink.error(
          "mixed-tier", "a tier of sellers' own sites takes one group", at: tier.from[0].location,
          help: ["write one tier for each of these groups"])
      }
    }
  }

  func checkLanes(_ stops: [Located<String>]) {
    for (from, to) in zip(stops, stops.dropFirst())
    where groupIndex[from.value] != nil && groupIndex[to.value] != nil
      && !strategy.lanes.contains(where: {
        $0.from.value == from.value && $0.to.value == to.value
      })
    {
      sink.error(
        "no-lane", "no lane leads from '\(from.value)' to '\(to.value)'", at: to.location,
        help: ["add an entry to lanes with from: \(from.value), to: \(to.value)"])
    }
  }

  private mutating func measure() {
    siteDistance = sites.map { a in
      sites.map { market.geography.distance(a.position, $0.position) }
    }
    zoneDistance = sites.map { site in
      market.zones.map { market.geography.distance(site.position, $0.position) }
    }
  }

  private func assignRegions() {
    let none = [Int32](repeating: -1, count: market.zones.count)
    guard let count = strategy.regions else {
      builder.tables.zoneRegion = none
      builder.tables.siteRegion = [Int32](repeating: -2, count: sites.count)
      return
    }
    let (_, cluster) = market.geography.clusters(
      count, of: market.zones.map { ($0.position, $0.weight) })
    builder.tables.zoneRegion = cluster.map(Int32.init)
    builder.tables.siteRegion = sites.indices.map { site in
      let nearest = market.zones.indices.min {
        zoneDistance[site][$0] < zoneDistance[site][$1]
      }!
      return Int32(cluster[nearest])
    }
  }

  /// The end of some day after the click's, by the clock of each zone.
  private func dayLimit(_ days: Int, _ name: String, businessDays: Bool) -> DayLimit {
    var promise = Promise()
    promise.days = days
    promise.businessDays = businessDays
    promise.cutOff = TimeOfDay(hour: 24)!
    promise.by = promise.cutOff
    var table = promiseTable(promise)
    // Midnight is the next day's.
    table.cutOffs = table.cutOffs.map { $0.map { $0 - 1 } }
    table.deadlines = table.deadlines.map { $0.map { $0 - 1 } }
    return DayLimit(name: name, table: table)
  }

  func promiseTable(_ promise: Promise) -> PromiseTable {
    var table = PromiseTable(within: Int64(promise.within * 1e6))
    guard let days = promise.days else { return table }
    let holidays = market.holidays.rows[market.holidays.row(promise.holidays, sink)]
    var rows: [String: Int32] = [:]
    for zone in market.zones {
      if let row = rows[zone.timeZone.identifier] {
        table.rowOfZone.append(row)
        continue
      }
      let row = Int32(table.cutOffs.count)
      rows[zone.timeZone.identifier] = row
      table.rowOfZone.append(row)
      var cutOffs: [Int64] = []
      var deadlines: [Int64] = []
      let counted = BusinessDays(
        promise.businessDays ? .mondayToFriday : .all, except: holidays, in: zone.timeZone)
      let calendar = builder.calendars.days(in: zone.timeZone)
      for day in calendar where counted.isBusinessDay(day) {
        let target = counted.date(days, after: day)
        guard target <= calendar.last! else { break }
        cutOffs.append(
          builder.calendars.instant(of: promise.cutOff, on: day, in: zone.timeZone))
        deadlines.append(
          builder.calendars.instant(of: promise.by, on: target, in: zone.timeZone))
      }
      table.cutOffs.append(cutOffs)
      table.deadlines.append(deadlines)
    }
    return table
  }
}
