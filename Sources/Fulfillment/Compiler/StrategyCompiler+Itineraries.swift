internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Ways from each source to each zone: the shortest chain of members, lowered to steps and charges.
extension StrategyCompiler {
  mutating func buildItineraries() {
    let zoneCount = market.zones.count
    builder.tables.itineraryOf = [Int32](repeating: -1, count: sites.count * zoneCount)
    var built: Set<String> = []
    let sources = Set(strategy.sourcing.flatMap(\.from).map(\.value))
    for path in strategy.paths {
      let members = path.from.filter { sources.contains($0.value) }.flatMap { from -> [Int] in
        guard built.insert(from.value).inserted else {
          sink.error(
            "duplicate-path", "a path from '\(from.value)' is given already", at: from.location)
          return []
        }
        return Array(groups[groupIndex[from.value]!].members)
      }
      let lastMile = strategy.lastMile.first { $0.name == path.lastMile.value }!
      var legs: [String: [Step]] = [:]
      var legCharges: [String: [Charge]] = [:]
      var legEmissions: [String: [EmissionLeg]] = [:]
      var doors: [Int: LastMileWork] = [:]
      for source in members {
        for zone in 0..<zoneCount {
          let chain = shortestChain(from: source, via: path.via, to: zone)
          var steps = program(chain[0]).fulfill.steps
          var charges = program(chain[0]).fulfill.charges
          var emissions: [EmissionLeg] = []
          let fulfilled = steps.count
          for (from, to) in zip(chain, chain.dropFirst()) {
            let key = "\(from)|\(to)"
            if legs[key] == nil {
              let lane = lane(from, to)
              (legs[key], legCharges[key]) = lower(lane, from, to)
              legEmissions[key] = self.emissions(of: lane, from, to)
              if !reportCalendars(lane.from.location) { return }
            }
            steps += legs[key]!
            charges += legCharges[key]!
            emissions += legEmissions[key]!
            steps += program(to).passThrough.steps
            charges += program(to).passThrough.charges
          }
          let door = chain.last! * zoneCount + zone
          if doors[door] == nil {
            var work = LastMileWork(
              builder, named: lastMile.name, from: sites[chain.last!], to: zone,
              payer: shippingPayer, location: lastMile.location)
            lastMile.value.reach(&work)
            if !reportCalendars(lastMile.location) { return }
            doors[door] = work
          }
          steps += doors[door]!.steps
          charges += doors[door]!.charges + commerceCharges(of: sites[source])
          markShipped(&steps, fulfilled: fulfilled)
          emissions += doors[door]!.emissions
          let end = doors[door]!.end ?? (hasCustomers ? EndSpec() : nil)
          builder.tables.itineraryOf[source * zoneCount + zone] = append(
            steps, charges, emissions, dues: program(chain[0]).fulfill.chargeDues, end: end)
        }
      }
    }
  }

  /// Who runs the facilities that are not sellers' own.
  var facilityOperator: Party {
    strategy.commerce.operatedBy == .platform ? .platform : .facilityOperator
  }

  /// Who pays for the last mile.
  var shippingPayer: Party {
    switch strategy.commerce.shippingPaidBy {
    case .buyer: .buyer
    case .seller: .seller
    case .platform: .platform
    }
  }

  /// Fees of an order; none for fulfillment where the seller ships.
  private func commerceCharges(of source: SiteModel) -> [Charge] {
    let commerce = strategy.commerce
    if settlesOrders { return [] }
    var charges: [Charge] = []
    if commerce.referralFee > 0 {
      charges.append(
        Charge(
          account: .referralFee, payer: .seller, payee: .platform, perValue: commerce.referralFee))
    }
    if commerce.fulfillmentFee > 0, source.owner != .seller {
      charges.append(
        Charge(
          account: .fulfillmentFee, payer: .seller, payee: source.owner,
          perUnit: micros(commerce.fulfillmentFee)))
    }
    if commerce.shippingFee > 0 {
      charges.append(
        Charge(
          account: .shippingFee, payer: .buyer, payee: shippingFeePayee,
          perShipment: micros(commerce.shippingFee)))
    }
    return charges
  }

  /// The member of the last group that is nearest to the zone, and members of the groups before that make
  /// the way to it shortest; ties go to the first by name.
  private func shortestChain(from source: Int, via groupsPassed: [Located<String>], to zone: Int)
    -> [Int]
  {
    guard let lastGroup = groupsPassed.last else { return [source] }
    let last = groups[groupIndex[lastGroup.value]!].members.min {
      (zoneDistance[$0][zone], $0) < (zoneDistance[$1][zone], $1)
    }!
    var layer: [(length: Double, chain: [Int])] = [(0, [source])]
    for name in groupsPassed.dropLast() {
      layer = groups[groupIndex[name.value]!].members.map { shortest(layer, to: $0) }
    }
    return shortest(layer, to: last).chain
  }

  func shortest(_ layer: [(length: Double, chain: [Int])], to member: Int) -> (
    length: Double, chain: [Int]
  ) {
    var best = (length: Double.infinity, chain: [Int]())
    for candidate in layer {
      let length = candidate.length + siteDistance[candidate.chain.last!][member]
      if length < best.length { best = (length, candidate.chain + [member]) }
    }
    return best
  }

  mutating func program(_ site: Int) -> (fulfill: FacilityWork, passThrough: FacilityWork) {
    if let known = programs[site] { return known }
    let kind = groups[sites[site].group].kind
    var fulfill = FacilityWork(builder, at: sites[site], scope: "")
    kind.fulfill(&fulfill)
    var passThrough = FacilityWork(
      builder, at: sites[site], scope: "\(groups[sites[site].group].name).")
    kind.passThrough(&passThrough)
    programs[site] = (fulfill, passThrough)
    _ = reportCalendars(groups[sites[site].group].location)
    return (fulfill, passThrough)
  }

  /// The lane between the groups of two sites.
  func lane(_ from: Int, _ to: Int) -> Lane {
    let names = (groups[sites[from].group].name, groups[sites[to].group].name)
    return strategy.lanes.first { $0.from.value == names.0 && $0.to.value == names.1 }!
  }

  /// Reports what is odd about the timetables and hours made last; false if it makes no sense to go on.
  func reportCalendars(_ location: SourceLocation?) -> Bool {
    switch builder.takeProblem() {
    case nil: return true
    case .noDeparture:
      sink.warning(
        "no-departure", "nothing departs within the run", at: location,
        help: ["orders that wait for it stay open: look at 'days' and at the length of the run"])
      return true
    case .tooLarge:
      sink.error(
        "too-large", "more than 100 million departures and opening times in the run", at: location,
        help: ["let it depart less often, or shorten the run"])
      return false
    }
  }

  /// Transport between two sites.
  func lower(_ lane: Lane, _ from: Int, _ to: Int) -> (steps: [Step], charges: [Charge]) {
    let names = (groups[sites[from].group].name, groups[sites[to].group].name)
    let distance = siteDistance[from][to] * (lane.mode == .air ? 1 : lane.circuity)
    let account = account(of: lane, fromSeller: groups[sites[from].group].isSellers)
    let tripCost = lane.perTrip + lane.perTripDistance * distance
    var steps: [Step] = []
    var charge = Charge(
      account: account, payer: sites[from].owner,
      payee: .carrier, perShipment: micros(lane.perParcel + lane.perParcelDistance * distance),
      perUnit: micros(lane.perUnit), perGram: lane.perMass * 1e3,
      gramsPerVolume: lane.dimensionalDivisor.map { 1e-3 / $0 } ?? 0)
    if let timetable = builder.timetable(
      lane.departures, except: sites[from].holidays, in: sites[from].timeZone)
    {
      steps.append(
        Step(
          primitive: .departure, waitStage: .departure, workStage: .departure,
          resource: builder.departure(
            lane.departures, timetable: timetable, perTrip: micros(tripCost), account: account,
            payer: sites[from].owner, mode: lane.mode,
            co2e: lane.vehicleEmissions?.over(distance) ?? EmissionRate(),
            key: "lane|\(sites[from].name)|\(sites[to].name)", at: lane.from.location),
          label: builder.label(
            StepLabel(
              name: "departure", site: from, toSite: to, carrier: .init(name: lane.mode.rawValue))))
      )
    } else {
      charge.perShipment += micros(tripCost)
    }
    let law = travelTime(of: lane, over: distance)
    if law != .constant(0) {
      steps.append(
        Step(
          primitive: .travel, waitStage: .moving, workStage: .moving, law: builder.law(law),
          purpose: builder.purpose("travel.\(names.0).\(names.1)"),
          label: builder.label(
            StepLabel(
              name: lane.mode.rawValue, site: from, toSite: to,
              carrier: .init(name: lane.mode.rawValue)))))
    }
    let isFree = charge.perShipment == 0 && charge.perUnit == 0 && charge.perGram == 0
    return (steps, isFree ? [] : [charge])
  }

  /// CO2e of a lane where it is not that of vehicles with a timetable of their own.
  func emissions(of lane: Lane, _ from: Int, _ to: Int) -> [EmissionLeg] {
    let distance = siteDistance[from][to] * (lane.mode == .air ? 1 : lane.circuity)
    var leg = EmissionLeg(
      mode: lane.mode, account: account(of: lane, fromSeller: groups[sites[from].group].isSellers))
    if let vehicle = lane.vehicleEmissions {
      if builder.timetable(
        lane.departures, except: sites[from].holidays, in: sites[from].timeZone) != nil
      {
        return []
      }
      leg.perShipment = vehicle.over(distance)
    } else {
      let standard = lane.mode.emissions(over: distance)
      leg.perGram = EmissionRate(
        lane.co2e ?? standard.tankToWheel, upstream: lane.co2eUpstream ?? standard.wellToTank
      ).perGram(over: distance)
    }
    return leg.perShipment.isZero && leg.perGram.isZero ? [] : [leg]
  }

  private func travelTime(of lane: Lane, over distance: Double) -> Law {
    if let time = lane.time { return time }
    let mean = distance / (lane.speed ?? lane.mode.speed)
    guard mean > 0 else { return .constant(0) }
    guard lane.variation > 0, let law = try? Law.lognormal(mean: mean, cv: lane.variation) else {
      return .constant(mean)
    }
    return law
  }

  private func account(of lane: Lane, fromSeller: Bool) -> Account {
    switch lane.mode {
    case .air, .ocean: .freight
    default: fromSeller ? .firstMile : .linehaul
    }
  }

  /// Marks the step after which goods have left their origin: the first departure or round if it follows
  /// the work at once, else the last work.
  private func markShipped(_ steps: inout [Step], fulfilled: Int) {
    if fulfilled < steps.count, [.departure, .round].contains(steps[fulfilled].primitive) {
      steps[fulfilled].flags.insert(.ships)
    } else if fulfilled > 0 {
      steps[fulfilled - 1].flags.insert(.ships)
    }
  }

  /// - Parameter dues: When the first charges, those of the origin, fall due [steps].
  /// - Returns: The row of the itinerary.
  func append(
    _ steps: [Step], _ charges: [Charge], _ emissions: [EmissionLeg] = [], dues: [Int],
    end: EndSpec?
  ) -> Int32 {
    append(
      steps, charges, emissions, dues: dues,
      end: Step(
        primitive: .deliver, waitStage: .lastMile, workStage: .lastMile,
        resource: end.map(builder.end) ?? -1))
  }

  /// The row of a new itinerary.
  func append(
    _ steps: [Step], _ charges: [Charge], _ emissions: [EmissionLeg] = [], dues: [Int] = [],
    end: Step
  ) -> Int32 {
    var steps = steps
    // Two draws of one purpose within a shipment would be equal: number the later ones.
    var seen: [Int32: Int] = [:]
    for index in steps.indices where steps[index].purpose >= 0 {
      let count = seen[steps[index].purpose, default: 0]
      seen[steps[index].purpose] = count + 1
      if count > 0 {
        let name = builder.tables.purposes[Int(steps[index].purpose)].name
        steps[index].purpose = builder.purpose("\(name)#\(count + 1)")
      }
    }
    // What only counts shipments, lines and units comes last.
    let order =
      charges.indices.filter { !charges[$0].isCounted }
      + charges.indices.filter { charges[$0].isCounted }
    let itinerary = Itinerary(
      firstStep: Int32(builder.tables.steps.count),
      firstCharge: Int32(builder.tables.itineraryCharges.count),
      chargeCount: Int32(charges.count),
      weighedCharges: Int32(charges.count { !$0.isCounted }),
      firstEmission: Int32(builder.tables.itineraryEmissions.count),
      emissionCount: Int32(emissions.count))
    builder.tables.itineraryEmissions += emissions.map(builder.emission)
    builder.tables.steps += steps + [end]
    builder.tables.itineraryCharges += order.map { builder.charge(charges[$0]) }
    builder.tables.itineraryChargeDue += order.map {
      $0 < dues.count ? UInt8(clamping: min(dues[$0], 254)) : 255
    }
    builder.tables.itineraries.append(itinerary)
    return Int32(builder.tables.itineraries.count - 1)
  }
}

extension Lane.Mode {
  /// Mean speed [m/s]: truck 40 mph [ATRI]; the others are engineering estimates.
  var speed: Double {
    let kilometersPerHour: Double =
      switch self {
      case .air: 800
      case .ocean: 32
      case .truck, .parcel: 64.4
      case .van: 35
      case .bike: 15
      }
    return kilometersPerHour / 3.6
  }
}
