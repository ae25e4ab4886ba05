extension OracleTemplate {
  /// Stock on one shelf, and stock replenished from stock.
  static let stocks: [OracleTemplate] = [
    OracleTemplate("EOQ ") { oracle throws(PublishedOracle.Gap) in
      try orderQuantity(oracle, backorder: nil)
    },
    OracleTemplate("EOQB ") { oracle throws(PublishedOracle.Gap) in
      try orderQuantity(oracle, backorder: try oracle.positive("p"))
    },
    OracleTemplate("Newsvendor Poisson", season),
    OracleTemplate("(S-1,S) continuous review", baseStock),
    OracleTemplate("(S-1,S) lost sales", lostSales),
    OracleTemplate("(r,Q)", reorder),
    OracleTemplate("Two-echelon (S-1,S)", echelons),
  ]

  private static let shelf = "shelf-seller1"

  /// A cost from orders placed per unit of time, units on hand and units owed.
  private static func cost(
    order: Double, holding: Double, backorder: Double, unit: Double = 1, offset: Double = 0,
    bias: Double = 0
  ) -> PublishedOracle.Measure {
    .init(
      [
        ("replenishments_per_day.\(shelf)", order * unit / 1440), ("on_hand.\(shelf)", holding),
        ("backordered.\(shelf)", backorder),
      ], offset: offset, bias: bias)
  }

  /// Deterministic flow as Poisson demand without lead time: the same sawtooth in whole units, which is half a
  /// unit above the smooth one. A unit of time is 100 minutes.
  private static func orderQuantity(_ oracle: PublishedOracle, backorder: Double?)
    throws(PublishedOracle.Gap) -> [OracleCase]
  {
    let (rate, setup) = (try oracle.positive("D"), try oracle.positive("K"))
    let holding = try oracle.positive("h")
    guard let best = oracle.value("Q"), 20...100_000 ~= best else {
      throw PublishedOracle.Gap("the quantity Q is from 20 to 100000")
    }
    let quantity = best.rounded()
    let owed = (quantity * (oracle.value("x_frac_backordered") ?? 0)).rounded()
    // At the best quantity the cost is flat: rounding moves it by the square of the share.
    let rounding = 1 / (quantity * quantity) + (backorder == nil ? 0 : 1e-4)
    let unit = 100.0
    return [
      oracle.makeCase(
        backorder == nil ? "Economic order quantity" : "EOQ with backorders",
        .stock(
          "{kind: r_Q, reorder_point: \(Int(-owed)), quantity: \(Int(quantity))}",
          leadTime: "0 min", rate: rate / unit,
          warmUp: (quantity * quantity / 2 / rate * unit).rounded(.up),
          window: window(1.5e6, rate / unit)),
        [
          "cost": cost(
            order: setup, holding: holding, backorder: backorder ?? 0, unit: unit,
            offset: backorder == nil ? -holding / 2 : 0, bias: rounding),
          "x_frac_backordered": .init("fill_rate", -1, offset: 1, bias: 0.6 / quantity),
        ])
    ]
  }

  private static func season(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let mean = try oracle.positive("mu")
    let (over, under) = (try oracle.positive("h"), try oracle.positive("p"))
    guard let stock = oracle.value("S"), stock == stock.rounded(), 1...1e6 ~= stock else {
      throw PublishedOracle.Gap("the stock S is a whole number")
    }
    return [
      oracle.makeCase(
        "Newsvendor, Poisson demand", replications: 3000,
        Blueprint(
          rate: mean / 1440, warmUp: 0, window: 1440,
          strategy: """
                shortage: lost
                facilities:
                  shelf:
                    kind: seller_site
                    handling: {time: 0 min}
                    stock: {replenishment: {kind: base_stock, level: \(Int(stock))}, lead_time: "30 d"}
            \(Blueprint.door(from: "shelf"))
            """, isTerminating: true),
        [
          "fill_rate": .init("fill_rate"),
          "cost": .init("orders_lost", over + under, offset: over * (stock - mean)),
        ])
    ]
  }

  private static func baseStock(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, leadTime) = (try oracle.positive("lam"), try oracle.positive("L"))
    let level = try oracle.count("S", from: 0)
    return [
      oracle.makeCase(
        "(S-1, S), S \(level), load \(short(rate * leadTime))",
        .stock(
          "{kind: base_stock, level: \(level)}", leadTime: "\(leadTime) min", rate: rate,
          warmUp: (100 * leadTime).rounded(.up), window: window(6e5, rate)),
        [
          "EI": .init("on_hand.\(shelf)"), "EB": .init("backordered.\(shelf)"),
          "EIO_pipeline": .init(
            [("on_hand.\(shelf)", -1), ("backordered.\(shelf)", 1)], offset: Double(level)),
          "fill_rate": .init("fill_rate"), "mean_cust_wait": .init("hours.stock", 60),
        ])
    ]
  }

  private static func lostSales(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let load = try oracle.positive("lamL")
    let level = try oracle.count("S")
    return [
      oracle.makeCase(
        "Lost sales, S \(level), load \(short(load))",
        .stock(
          "{kind: base_stock, level: \(level)}", leadTime: "gamma(mean: 1 min, cv: 0.7)",
          shortage: "lost", rate: load, warmUp: 50, window: window(5e5, load)),
        [
          "P_lost": .init("fill_rate", -1, offset: 1), "fill_rate": .init("fill_rate"),
          "EI": .init("on_hand.\(shelf)"),
        ])
    ]
  }

  private static func reorder(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rate, leadTime) = (try oracle.positive("lam"), try oracle.positive("L"))
    func whole(_ name: String) throws(PublishedOracle.Gap) -> Int {
      guard let number = oracle.params[name]?.number ?? oracle.value(name),
        number == number.rounded(), abs(number) <= 1e6
      else { throw PublishedOracle.Gap("'\(name)' is no whole number") }
      return Int(number)
    }
    let (point, quantity) = (try whole("r"), try whole("Q"))
    let window = window(8e5, rate)
    return [
      oracle.makeCase(
        "(r, Q) = (\(point), \(quantity))",
        .stock(
          "{kind: r_Q, reorder_point: \(point), quantity: \(quantity)}",
          leadTime: "\(leadTime) min", rate: rate,
          warmUp: (10 * leadTime + Double(quantity * quantity) / 2 / rate).rounded(.up),
          window: window),
        [
          "EI": .init("on_hand.\(shelf)"), "EB": .init("backordered.\(shelf)"),
          "fill_rate": .init("fill_rate"),
          "order_freq": .init("replenishments_per_day.\(shelf)", 1 / 1440.0),
          "cost": cost(
            order: oracle.params["K"]?.number ?? 0, holding: oracle.params["h"]?.number ?? 0,
            backorder: oracle.params["p"]?.number ?? 0),
        ])
    ]
  }

  /// A depot and shops, each in a zone of its own.
  private static func echelons(_ oracle: PublishedOracle) throws(PublishedOracle.Gap)
    -> [OracleCase]
  {
    let (rates, times) = (try oracle.numbers("lam"), try oracle.numbers("T"))
    let leadTime = try oracle.positive("T0")
    let depot = try oracle.count("S0", from: 0)
    let levels = oracle.params["S"]?.numbers ?? []
    guard rates.count == times.count, levels.count == rates.count, rates.count <= 50,
      levels.allSatisfy({ $0 == $0.rounded() && $0 >= 0 && $0 < 1e6 })
    else { throw PublishedOracle.Gap("lam, T and S have one number per base") }
    let bases = rates.indices.map { "base\($0 + 1)" }
    let shops = bases.indices.map { i in
      """
            \(bases[i]):
              kind: fulfillment_center
              sites: [{name: \(bases[i]), x: \(100 * i) km, y: 0 km}]
              stock: {from: dc, replenishment: {kind: base_stock, level: \(Int(levels[i]))}}
              pick: {time: 0 min}
              pack: {time: 0 min}
      """
    }.joined(separator: "\n")
    let lanes = bases.indices.map { "{from: dc, to: \(bases[$0]), time: \(times[$0]) min}" }
    let total = rates.reduce(0, +)
    var blueprint = Blueprint(
      rate: total, warmUp: (50 * (leadTime + times.max()!)).rounded(.up),
      window: window(6e5, total),
      strategy: """
            facilities:
              dc:
                kind: fulfillment_center
                sites: [{name: dc, x: 50 km, y: 50 km}]
                stock: {replenishment: {kind: base_stock, level: \(depot)}, lead_time: \(leadTime) min}
        \(shops)
            lanes: [\(lanes.joined(separator: ", "))]
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: [\(bases.joined(separator: ", "))], last_mile: door}]
            sourcing: [{from: [\(bases.joined(separator: ", "))], within: 1 km}]
        """)
    blueprint.zones =
      "["
      + rates.indices.map {
        "{name: z\($0), x: \(100 * $0) km, y: 0 km, weight: \(rates[$0]), area: 0.0001 km2}"
      }.joined(separator: ", ") + "]"
    var measures: [String: PublishedOracle.Measure] = ["EB0": .init("backordered.dc")]
    for base in bases { measures["\(base).EB_exact"] = .init("backordered.\(base)") }
    let isAlike = Set(rates).count == 1 && Set(times).count == 1 && Set(levels).count == 1
    if isAlike { measures["base1.fill_exact"] = .init("fill_rate") }
    return [
      oracle.makeCase("Two echelons, \(bases.count) bases, S0 = \(depot)", blueprint, measures)
    ]
  }
}
