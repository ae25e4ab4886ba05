internal import Diagnostics
internal import DiscreteEvent
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// How many servers, vehicles and units of stock: as given, or sized by the expected demand.
extension StrategyCompiler {
  /// Servers of each station, and vehicles of each round.
  func staff(_ flows: Flows) {
    var workPerDay = [Double](repeating: 0, count: builder.stationDrafts.count)
    var loads = [RoundLoad](repeating: RoundLoad(), count: builder.roundDrafts.count)
    let tables = builder.tables
    for (itinerary, flow) in zip(tables.itineraries, flows.ofItinerary) where flow > 0 {
      var index = Int(itinerary.firstStep)
      while tables.steps[index].primitive != .deliver {
        let step = tables.steps[index]
        if step.primitive == .station {
          let draws =
            step.flags.contains(.perLine)
            ? market.meanLines : step.flags.contains(.perUnit) ? market.meanUnits : 1
          workPerDay[Int(step.resource)] += flow * draws * tables.laws[Int(step.law)].mean
        } else if step.primitive == .round {
          let round = Int(tables.roundStops[Int(step.resource)].round)
          loads[round].stops += flow
          loads[round].seconds += flow * builder.secondsPerStop[Int(step.resource)]
        }
        index += 1
      }
    }
    var overload: [String: (load: Double, draft: NetworkBuilder.StationDraft)] = [:]
    for (draft, work) in zip(builder.stationDrafts, workPerDay) {
      let process = draft.process
      let servers =
        process.servers
        ?? max(
          draft.site.likeSites,
          count(
            work: work, open: process.hours.openShare, utilization: process.utilization,
            of: draft.name, at: draft.site))
      let load = work / (86400 * process.meanServers(Double(servers)))
      let least = overload["\(draft.site.group)|\(draft.name)"]?.load ?? 1
      if process.servers != nil || !process.shifts.isEmpty, load > least {
        overload["\(draft.site.group)|\(draft.name)"] = (load, draft)
      }
      builder.tables.stations.append(
        StationSpec(
          site: draft.site.index, process: draft.name,
          staffing: staffing(process, servers, at: draft.site),
          labor: LaborSpec(process),
          discipline: process.order.discipline,
          oldestOrderFirst: process.order == .oldestOrderFirst,
          wagePerSecond: process.wage * 1e6, isIdlePaid: process.paid == .staffed,
          account: draft.account))
    }
    for (_, worst) in overload.sorted(by: { $0.key < $1.key }) {
      let group = groups[worst.draft.site.group]
      sink.warning(
        "overloaded",
        "'\(worst.draft.name)' at '\(worst.draft.site.name)' has work for "
          + "\(percent(worst.load)) of its servers' time", at: group.location,
        help: ["its queue grows as long as orders come in: raise 'servers', or leave them out"])
    }
    for (draft, load) in zip(builder.roundDrafts, loads) {
      builder.tables.rounds.append(round(draft, load))
    }
  }

  private func staffing(_ process: Process, _ servers: Int, at site: SiteModel)
    -> StaffingCalendar
  {
    let holidays = market.holidays.rows[site.holidays]
    return process.shifts.isEmpty
      ? builder.calendars.staffing(
        servers, during: process.hours, except: holidays, in: site.timeZone)
      : builder.calendars.staffing(
        process.shifts.map(\.value), except: holidays, in: site.timeZone)
  }

  /// Servers that do `work` [s/d] in the open share of the day at a utilization.
  private func count(
    work: Double, open: Double, utilization: Double, of name: String, at site: SiteModel
  ) -> Int {
    let capacity = 86400 * max(open, 1e-9) * max(utilization, 1e-9)
    return whole(work / capacity, of: name, at: site)
  }

  /// At least one server or vehicle; reports more than anybody could have.
  private func whole(_ count: Double, of name: String, at site: SiteModel) -> Int {
    // Time at work is counted in 64-bit microseconds.
    let most = min(SizeEstimate.serversMaximum, 9e18 / Double(market.clock.limit))
    if count <= most { return max(1, Int(count.roundedUp)) }
    sink.error(
      "too-large",
      "'\(name)' at '\(site.name)' would need \(SizeEstimate.text(count)) servers or vehicles",
      at: groups[site.group].location,
      help: ["look at the units of its times, its hours and the demand"])
    return 1
  }

  /// What a round has to do per day: stops, and their time if each had a trip of its own.
  private struct RoundLoad {
    var stops = 0.0
    var seconds = 0.0
  }

  private func round(_ draft: NetworkBuilder.RoundDraft, _ load: RoundLoad) -> RoundSpec {
    let plan = draft.plan
    var vehicles = plan.vehicles ?? 0
    var timetable: Int32 = -1
    if let waves = plan.waves {
      timetable = builder.timetable(waves, except: plan.holidays, in: draft.site.timeZone) ?? -1
      let perWeek =
        timetable < 0
        ? 0
        : builder.tables.timetables[Int(timetable)].instants.count {
          $0 >= 0 && $0 < 7 * 86_400_000_000
        }
      let perWave = load.stops * 7 / Double(max(1, perWeek))
      if vehicles == 0 {
        vehicles = whole(
          perWave / (Double(plan.capacity) * plan.utilization), of: draft.name, at: draft.site)
      }
    } else if vehicles == 0 {
      vehicles = max(
        draft.site.likeSites,
        count(
          work: load.seconds, open: plan.hours.openShare, utilization: plan.utilization,
          of: draft.name, at: draft.site))
    }
    return RoundSpec(
      site: draft.site.index, name: draft.name, timetable: timetable,
      staffing: builder.calendars.staffing(
        vehicles, during: plan.hours, except: market.holidays.rows[plan.holidays],
        in: draft.site.timeZone),
      capacity: Int32(plan.capacity), durationMaximum: Int64(plan.durationMaximum * 1e6),
      loading: Int64(plan.loading * 1e6), speed: plan.speed, stemSpeed: plan.stemSpeed,
      circuity: plan.circuity, serviceLaw: builder.law(plan.service),
      servicePurpose: builder.purpose("service.door"), perRound: micros(plan.perRound),
      perMeter: plan.perDistance * 1e6, wagePerSecond: plan.wage * 1e6,
      perStop: micros(plan.perStop), payer: shippingPayer, isIdlePaid: plan.isIdlePaid,
      mode: plan.mode, co2e: plan.co2e,
      othersPerArea: plan.othersPerArea)
  }

  // MARK: Stock

  /// Rows of every SKU a site keeps, with levels from the table, else from the policy.
  func stock(_ flows: Flows) {
    builder.tables.siteStock = sites.map { _ in .unlimited }
    let skuCount = market.skus.names.count
    var rank = [Int](repeating: 0, count: skuCount)
    let byPopularity = rank.indices.sorted {
      (market.unitsPerDay[$1], $0) < (market.unitsPerDay[$0], $1)
    }
    for (place, sku) in byPopularity.enumerated() { rank[sku] = place }
    for group in groups {
      guard let rule = group.kind.stock else { continue }
      let listed = listedLevels(rule, group)
      var unused = listed
      defer { warnOfUnused(Array(unused.values), at: group) }
      let leadTime = builder.law(rule.leadTime)
      for site in group.members {
        let first = builder.tables.stockRowOf.count
        builder.tables.siteStock[site] = .rows(first: Int32(first))
        builder.tables.stockRowOf += [Int32](repeating: -1, count: skuCount)
        let own = sites[site].seller.map { market.sellers[$0].skus }
        let total = flows.ofSite[site]
        for sku in own ?? 0..<skuCount {
          let name = "\(sites[site].name)|\(market.skus.names[sku])"
          guard
            rule.choice == .popular
              ? rank[sku] < Int((rule.assortment * Double(skuCount)).roundedUp)
              : keeps(name, rule.assortment)
          else { continue }
          let reach = own == nil ? flows.reach[site] : 1
          let demand = total > 0 ? market.unitsPerDay[sku] * min(1, reach) : 0
          let given = listed[name]
          if given != nil { unused[name] = nil }
          var levels = rule.replenishment.levels(demand: demand)
          if let given {
            levels = StockLevels(
              reorderPoint: given.reorderPoint,
              orderUpTo: given.orderUpTo ?? given.reorderPoint + (given.quantity ?? 1),
              quantity: given.quantity ?? 0)
          }
          let initial = given?.initial ?? levels.orderUpTo
          guard check(levels, initial: initial, given, name, in: group) else { return }
          builder.tables.stockRowOf[first + sku] = Int32(builder.tables.stocks.count)
          let perVolume = rule.storage * market.skus.volume[sku]
          builder.tables.stocks.append(
            StockSpec(
              site: Int32(site), sku: Int32(sku), reorderPoint: Int32(levels.reorderPoint),
              orderUpTo: Int32(levels.orderUpTo), quantity: Int32(levels.quantity),
              initial: Int32(initial), leadTimeLaw: leadTime,
              holdingPerSecond: (rule.holding + perVolume) * 1e6,
              inboundPerUnit: micros(rule.inboundPerUnit),
              key: Purpose.fnv1a64(name) & ~0xff_ffff))
        }
      }
    }
  }

  /// Units that levels may reach, and orders of one lot that a first sale may set off.
  private static let unitsMaximum = 1_000_000_000
  private static let lotsMaximum = 10_000

  /// Whether levels are such that counts fit and a sale does not set off a storm of orders.
  private func check(
    _ levels: StockLevels, initial: Int, _ given: StockLevel?, _ name: String, in group: Group
  ) -> Bool {
    let location = given?.sku.location ?? group.location
    var place: String { name.replacing("|", with: "' for '") }
    if max(levels.orderUpTo, levels.reorderPoint + levels.quantity) > StrategyCompiler.unitsMaximum
    {
      sink.error(
        "too-large",
        "the stock at '\(place)' would be "
          + "\(SizeEstimate.text(Double(max(levels.orderUpTo, levels.reorderPoint)))) units",
        at: location,
        help: [
          "at most \(SizeEstimate.text(Double(StrategyCompiler.unitsMaximum))): look at the demand and at days of stock"
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

  private func listedLevels(_ rule: StockRule, _ group: Group) -> [String: StockLevel] {
    var listed: [String: StockLevel] = [:]
    guard !rule.levels.isEmpty else { return listed }
    let known = Set(sites[group.members].map(\.name))
    let skus = Set(market.skus.names)
    for level in rule.levels {
      if !known.contains(level.site.value) {
        sink.unknown("site of '\(group.name)'", level.site, known: known.sorted())
      } else if !skus.contains(level.sku.value) {
        sink.unknown("SKU", level.sku, known: market.skus.names)
      } else if listed.updateValue(level, forKey: "\(level.site.value)|\(level.sku.value)") != nil {
        sink.error(
          "duplicate-name", "'\(level.site.value)' and '\(level.sku.value)' are listed twice",
          at: level.sku.location)
      }
    }
    return listed
  }
}

extension Process.Order {
  /// The station's discipline.
  var discipline: Discipline {
    switch self {
    case .firstInFirstOut: .firstInFirstOut
    case .lastInFirstOut: .lastInFirstOut
    case .oldestOrderFirst: .priority
    }
  }
}
