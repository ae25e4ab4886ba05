extension GeneratedScenario.StrategyParts {
  /// One to three groups that ship, each by a way of its own through buildings that may be shared.
  init(named name: String, _ dice: inout Dice) {
    self.name = name
    let shortage = dice.pick(["backorder", "lost", "split"])
    settings.append("shortage: \(shortage)")
    if shortage == "split", dice.chance(0.3) { settings.append("shipments_most: 2") }
    let hasRegions = dice.chance(0.5)
    if hasRegions { settings.append("regions: \(dice.count(1...3))") }
    if dice.chance(0.5) {
      settings.append(
        "commerce: {referral_fee: 5 %, fulfillment_fee: 1 USD, shipping_fee: 2 USD,"
          + " shipping_paid_by: \(dice.pick(["buyer", "seller", "platform"]))}")
    }
    let middle = dice.subset(["hub", "port", "border", "dock", "sort", "station"])
    for building in middle {
      facilities.append(.init(name: building, text: dice.building(building)))
    }
    dice.stockLanes = []
    dice.hasDepot = dice.chance(0.4)
    if dice.hasDepot { facilities.append(.init(name: "depot", text: dice.source("depot"))) }
    let sources = dice.subset(["seller", "fc", "dark", "bond"], least: 1)
    for source in sources {
      facilities.append(.init(name: source, text: dice.source(source)))
      let via = source == "dark" && dice.chance(0.7) ? [] : middle.filter { _ in dice.chance(0.7) }
      for (from, to) in zip([source] + via, via) {
        let lane = "{from: \(from), to: \(to), "
        if !lanes.contains(where: { $0.hasPrefix(lane) }) { lanes.append(lane + dice.lane()) }
      }
      let door = "door-\(source)"
      lastMile.append(.init(name: door, text: dice.lastMile()))
      paths.append(
        "{from: \(source), via: [\(via.joined(separator: ", "))], last_mile: \(door)}")
    }
    for ends in dice.stockLanes {
      let lane = "{from: \(ends[0]), to: \(ends[1]), "
      if !lanes.contains(where: { $0.hasPrefix(lane) }) { lanes.append(lane + dice.lane()) }
    }
    // Sellers' own sites make a tier of their own.
    var tiers = sources.filter { $0 != "seller" }.map { [$0] }
    if tiers.count > 1, dice.chance(0.4) { tiers = [tiers[0] + tiers[1]] + tiers.dropFirst(2) }
    if sources.contains("seller") { tiers.append(["seller"]) }
    for tier in tiers {
      let policy = dice.pick([
        "nearest", hasRegions ? "in_region_first" : "nearest", "cheapest", "fastest",
        "most_inventory", "fewest_splits",
      ])
      let within =
        tier.count == 1 && tier[0] == "dark" && tiers.count > 1
        ? ", within: \(dice.count(1...100)) km" : ""
      sourcing.append("{from: [\(tier.joined(separator: ", "))], policy: \(policy)\(within)}")
    }
  }
}

extension Dice {
  mutating func subset(_ values: [String], least: Int = 0) -> [String] {
    var chosen: [String] = []
    repeat { chosen = values.filter { _ in chance(0.5) } } while chosen.count < least
    return chosen
  }

  mutating func source(_ name: String) -> String {
    switch name {
    case "seller":
      let stock = chance(0.3) ? ", stock: \(stock(of: name))" : ""
      return "{kind: seller_site, each: seller, handling: \(process())\(stock)}"
    case "fc", "depot":
      let sort = chance(0.3) ? ", sort: \(process())" : ""
      let dwell = chance(0.3) ? ", dwell: \"uniform(from: 10 min, to: 2 h)\"" : ""
      return
        "{kind: fulfillment_center, \(siting(name)), stock: \(stock(of: name)), pick: \(process()),"
        + " pack: \(process()), fixed_cost: 50 USD/d, material: 0.2 USD\(sort)\(dwell)\(release())}"
    case "bond":
      return
        "{kind: bonded_warehouse, \(siting("bond")), stock: \(stock(of: name)), pick: \(process()),"
        + " pack: \(process()), duty: 20 %, de_minimis: 30 USD, brokerage: 0.5 USD\(release())}"
    default:
      return "{kind: dark_store, each: zone, largest: \(count(1...3)), stock: \(stock(of: name)),"
        + " pick: \(process())}"
    }
  }

  mutating func building(_ name: String) -> String {
    switch name {
    case "hub":
      return "{kind: export_hub, \(siting("hub")), receive: \(process()), per_parcel: 0.3 USD}"
    case "port": return "{kind: gateway, \(siting("port")), per_kg: 0.2 USD/kg}"
    case "border":
      return "{kind: customs, \(siting("border")), clearing: \(process()), hold_probability: 20 %,"
        + " hold: \"exponential(mean: 5 h)\", duty: 10 %, de_minimis: 15 USD, brokerage: 1 USD}"
    case "dock":
      return "{kind: cross_dock, \(siting("dock")), unload: \(process()), per_parcel: 0.1 USD}"
    case "sort": return "{kind: sort_center, \(siting("sort")), sort: \(process())}"
    default: return "{kind: delivery_station, \(siting("station")), sort: \(process())}"
    }
  }

  private mutating func siting(_ name: String) -> String {
    if chance(0.5) { return "clusters: \(count(1...2))" }
    let sites = (0..<count(1...3)).map {
      "{name: \(name)\($0), x: \(number(0...300)) km, y: \(number(0...300)) km}"
    }
    return "sites: [\(sites.joined(separator: ", "))]"
  }

  private mutating func release() -> String {
    pick(["", "", ", release: {every: 2 h}", ", release: {at: [\"09:00\"], capacity: 30}"])
  }

  /// Servers and hours, or shifts; sometimes with overtime and extra hands.
  private mutating func crew() -> String {
    var crew = chance(0.6) ? "servers: \(count(1...4)), " : ""
    crew +=
      "hours: \"\(pick(["always", "always", "mon-fri 08:00-18:00", "07:00-22:00", "20:00-04:00"]))\""
    if chance(0.2) {
      crew =
        "shifts: {early: {hours: \"06:00-14:00\", staff: \(count(1...4))},"
        + " late: {hours: \"13:00-21:30\", staff: \(count(0...3))}}"
    }
    if chance(0.2) {
      crew += ", overtime: {longest: \(count(1...5)) h, block: \(count(5...90)) min}"
    }
    if chance(0.2) {
      crew +=
        ", surge: {backlog: \(count(1...30)), staff: \(count(1...3)), notice: \(count(0...3)) h}"
    }
    return crew
  }

  private mutating func process() -> String {
    let law = pick([
      "lognormal(mean: 3 min, cv: 0.6)", "exponential(mean: 2 min)", "90 s",
      "gamma(mean: 4 min, cv: 0.5)", "uniform(from: 0 s, to: 1 min)",
    ])
    return "{\(crew()), time: \"\(law)\", per: \(pick(["shipment", "line", "unit"])),"
      + " wage: 20 USD/h, paid: \(pick(["staffed", "worked"])),"
      + " order: \(pick(["first_in_first_out", "last_in_first_out", "oldest_order_first"]))}"
  }

  private mutating func stock(of group: String) -> String {
    let isDepot = group == "depot"
    let from = hasDepot && !isDepot && chance(0.6) ? "depot" : nil
    if let from { stockLanes.append([from, group]) }
    let policy = pick([
      "{kind: base_stock, level: \(count(1...30))}", "{kind: base_stock, days: 3 d}",
      "{kind: s_S, reorder_point: \(count(0...5)), order_up_to: \(count(6...40))}",
      "{kind: r_Q, reorder_point: \(count(-1...5)), quantity: \(count(1...20))}",
      "{kind: periodic, every: \(count(2...30)) h, order_up_to: \(count(1...30))}",
      "{kind: periodic, every: 12 h, order_up_to_days: 3 d, reorder_days: 2 d}",
      "{kind: days_of_supply, every: 6 h, days: \(count(1...4)) d, safety: \(count(0...2))}",
    ])
    let supply =
      from.map { "from: \($0)" }
      ?? "lead_time: \"\(pick(["2 h", "exponential(mean: 8 h)", "1 d"]))\""
    let assortment = from == nil ? "\(isDepot ? 100 : count(3...10) * 10) %" : "100 %"
    var stock =
      "{assortment: \(assortment), replenishment: \(policy), \(supply),"
      + " holding: 0.05 USD/d, inbound_per_unit: 0.4 USD"
    if chance(0.4) {
      let method = pick([
        "moving_average, periods: 3", "exponential_smoothing, alpha: 0.3",
        "seasonal_naive, season: 2",
      ])
      stock += ", forecast: {kind: \(method), every: \(count(3...24)) h}"
      stock += ", choice: \(pick(["popular", "random", "forecast"]))"
    } else {
      stock += ", choice: \(pick(["popular", "random"]))"
    }
    if chance(0.3) { stock += ", receiving: \(process())" }
    if chance(0.3) { stock += ", putaway: \(process())" }
    if chance(0.3) {
      let room = chance(0.5) ? "units: \(count(200...400))" : "volume: \(count(2...6)) m3"
      stock +=
        ", limit: {\(room), full: \(pick(["refuse", "overflow"])), overflow_per_volume: 1 USD/m3/d}"
    }
    if chance(0.3) {
      stock += ", transshipment: {keep: \(count(0...3))}"
      stockLanes.append([group, group])
    }
    return stock + "}"
  }

  mutating func lane() -> String {
    let departures = pick([
      "", "departures: {at: [\"06:00\", \"18:30\"], cut_off: 30 min}, per_trip: 90 USD, ",
      "departures: {every: 3 h, capacity: \(count(1...20))}, ",
      "departures: {at: [\"12:00\"], days: mon-fri}, ",
      "departures: {every: 45 min}, per_trip_km: 2 USD/km, ",
    ])
    return departures
      + "mode: \(pick(["truck", "air", "van"])), per_parcel: 0.1 USD, per_kg: 0.05 USD/kg}"
  }

  mutating func lastMile() -> String {
    switch count(0...2) {
    case 0:
      let pickup = chance(0.5) ? ", pickup: {at: [\"17:00\"], days: mon-sat}" : ""
      let hours = chance(0.5) ? ", moves: \"mon-fri 00:00-24:00\", delivers: \"09:00-20:00\"" : ""
      return "{kind: parcel_carrier, transit: \"lognormal(mean: \(count(2...40)) h, cv: 0.4)\","
        + " transit_per_distance: 0.01 h/km, base: 4 USD, per_kg: 0.5 USD/kg\(pickup)\(hours)}"
    case 1:
      let vans = chance(0.5) ? ", vans: \(count(1...3))" : ""
      return "{kind: van_rounds, waves: {at: [\"08:00\", \"14:00\"]}, stops: \(count(3...60)),"
        + " duration: \(count(2...9)) h, service: \"lognormal(mean: 2 min, cv: 0.5)\"\(vans)}"
    default:
      let couriers = chance(0.5) ? ", couriers: \(count(1...5))" : ""
      return "{kind: courier_rounds, batch: \(count(1...4)), speed: 40 km/h,"
        + " hours: \"\(pick(["always", "08:00-23:00"]))\", wage: 15 USD/h, per_drop: 1 USD,"
        + " service: \"exponential(mean: 2 min)\"\(couriers)}"
    }
  }
}
