internal import Diagnostics
internal import DiscreteEvent
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// How many servers, vehicles and units of stock: as given, or sized by the expected demand.
extension StrategyCompiler {
  /// Servers of each station, and vehicles of each round.
  func staff(_ flows: Flows, inbound: StockDrafts) {
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
    for load in inbound.loads {
      var index = Int(tables.itineraries[Int(load.itinerary)].firstStep)
      while tables.steps[index].primitive != .store {
        let step = tables.steps[index]
        if step.primitive == .station {
          let draws = step.flags.contains(.perUnit) ? load.units : load.consignments
          workPerDay[Int(step.resource)] += draws * tables.laws[Int(step.law)].mean
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
      speeds: builder.speeds(plan.speedByHour, in: draft.site.timeZone), mode: plan.mode,
      co2e: plan.co2e,
      othersPerArea: plan.othersPerArea)
  }

  /// Levels given one by one, by site and SKU.
  func listedLevels(_ rule: StockRule, _ group: Group) -> [String: StockLevel] {
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
