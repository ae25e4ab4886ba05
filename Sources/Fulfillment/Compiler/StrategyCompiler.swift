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
