extension OracleCase {
  /// Stock: base stock, lost sales, (r, Q), (s, S), one season.
  static let inventoryCases: [OracleCase] =
    [
      baseStock(10, rate: 10, leadTime: 1, "1 min"),
      baseStock(12, rate: 10, leadTime: 1, "lognormal(mean: 1 min, cv: 1)"),
      baseStock(14, rate: 2, leadTime: 5, "uniform(from: 2 min, to: 8 min)"),
      baseStock(3, rate: 0.5, leadTime: 4, "exponential(mean: 4 min)"),
    ] + lostSales
    + [
      reorder(4, 54, rate: 20, leadTime: 0.5), reorder(47, 105, rate: 50, leadTime: 1),
      reorder(116, 336, rate: 1500, leadTime: 0.0833333333), reorder(5, 20, rate: 10, leadTime: 1),
      orderUpTo(5, 25, rate: 10, leadTime: 1),
      batches(
        "s-S", "(s, S) = (20, 50)", "{kind: s_S, reorder_point: 20, order_up_to: 50}",
        .orderUpTo(reorderPoint: 20, level: 50, demand: baskets, leadTime: 2)),
      batches(
        "r-Q", "(r, Q) = (20, 25)", "{kind: r_Q, reorder_point: 20, quantity: 25}",
        .reorderQuantity(reorderPoint: 20, quantity: 25, demand: baskets, leadTime: 2)),
      season,
    ]

  private static let shelf = "shelf-seller1"

  static func checks(
    fill: Double, onHand: Double, backordered: Double, ordersPerMinute: Double, wait: Double?
  ) -> [Check] {
    [
      Check("fill rate", "fill_rate", fill), Check("units on hand", "on_hand.\(shelf)", onHand),
      Check("units backordered", "backordered.\(shelf)", backordered),
      Check(
        "orders per day", "replenishments_per_day.\(shelf)", ordersPerMinute * 1440),
    ] + (wait.map { [Check("wait for stock [min]", "hours.stock", factor: 60, $0)] } ?? [])
  }

  private static func baseStock(_ level: Int, rate: Double, leadTime: Double, _ law: String)
    -> OracleCase
  {
    let model = PoissonBaseStock(level: level, demandRate: rate, leadTime: leadTime)
    return OracleCase(
      "base-stock-\(level)", "(S-1, S), S \(level), load \(model.pipelineMean)", replications: 40,
      .stock(
        "{kind: base_stock, level: \(level)}", leadTime: law, rate: rate, warmUp: 100 * leadTime,
        window: 0.8e6 / 40 / rate),
      checks(
        fill: model.fillRate, onHand: model.onHandMean, backordered: model.backorderedMean,
        ordersPerMinute: model.orderRate, wait: model.waitMean))
  }

  /// Erlang's loss formula is insensitive to the law of the lead time: each case has another.
  private static let lostSales: [OracleCase] = [
    (2, 1, "exponential(mean: 1 min)"), (2, 1.8, "uniform(from: 0 min, to: 2 min)"),
    (5, 4, "lognormal(mean: 1 min, cv: 1.5)"), (10, 8, "1 min"),
    (10, 10, "hyperexponential(mean: 1 min, cv: 2)"), (20, 15, "gamma(mean: 1 min, cv: 0.7)"),
    (20, 18, "pareto(mean: 1 min, shape: 2.5)"), (50, 45, "weibull(mean: 1 min, shape: 2)"),
    (100, 100, "erlang(mean: 1 min, stages: 3)"),
    (1000, 1000, "triangular(from: 0 min, mode: 1 min, to: 2 min)"),
  ].map { (level: Int, load: Double, law: String) in
    let model = PoissonLostSales(level: level, demandRate: load, leadTime: 1)
    return OracleCase(
      "lost-sales-\(level)-\(load == load.rounded() ? "\(Int(load))" : "\(load)")",
      "Lost sales (Erlang B), \(level), \(load)", replications: 40,
      .stock(
        "{kind: base_stock, level: \(level)}", leadTime: law, shortage: "lost", rate: load,
        warmUp: 30, window: (0.6e6 / 40 / load).rounded(.up)),
      [
        Check("fill rate", "fill_rate", model.fillRate),
        Check("units on hand", "on_hand.\(shelf)", model.onHandMean),
        Check(
          "orders per day", "replenishments_per_day.\(shelf)", model.orderRate * 1440),
      ])
  }

  private static func reorder(
    _ reorderPoint: Int, _ quantity: Int, rate: Double, leadTime: Double
  ) -> OracleCase {
    review(
      "r-Q-\(reorderPoint)-\(quantity)", "(r, Q) = (\(reorderPoint), \(quantity))",
      .reorderQuantity(
        reorderPoint: reorderPoint, quantity: quantity, demand: CompoundPoisson(customerRate: rate),
        leadTime: leadTime),
      "{kind: r_Q, reorder_point: \(reorderPoint), quantity: \(quantity)}", rate: rate,
      warmUp: 10 * leadTime + Double(quantity * quantity) / 2 / rate)
  }

  private static func orderUpTo(_ reorderPoint: Int, _ level: Int, rate: Double, leadTime: Double)
    -> OracleCase
  {
    review(
      "s-S-\(reorderPoint)-\(level)", "(s, S) = (\(reorderPoint), \(level))",
      .orderUpTo(
        reorderPoint: reorderPoint, level: level, demand: CompoundPoisson(customerRate: rate),
        leadTime: leadTime),
      "{kind: s_S, reorder_point: \(reorderPoint), order_up_to: \(level)}", rate: rate, warmUp: 100)
  }

  /// - Parameter warmUp: Demand in it spreads far beyond Q, so that the start of a cycle is forgotten [min].
  private static func review(
    _ id: String, _ name: String, _ model: ContinuousReview, _ policy: String, rate: Double,
    warmUp: Double
  ) -> OracleCase {
    OracleCase(
      id, "\(name)", replications: 40,
      .stock(
        policy, leadTime: "\(model.leadTime) min", rate: rate, warmUp: warmUp.rounded(.up),
        window: (1.2e6 / 40 / rate).rounded(.up)),
      checks(
        fill: model.fillRate, onHand: model.onHandMean, backordered: model.backorderedMean,
        ordersPerMinute: model.orderRate, wait: model.waitMean))
  }

  /// Customers who take one to four units.
  private static let baskets = CompoundPoisson(customerRate: 4, sizes: [0.4, 0.3, 0.2, 0.1])

  private static func batches(
    _ id: String, _ name: String, _ policy: String, _ model: ContinuousReview
  ) -> OracleCase {
    OracleCase(
      "\(id)-batches", "\(name), batches", replications: 40,
      .stock(
        policy, leadTime: "\(model.leadTime) min",
        units: "discrete(values: [1, 2, 3, 4], weights: [0.4, 0.3, 0.2, 0.1])", rate: 4,
        warmUp: 500, window: 1.2e6 / 40 / 4),
      checks(
        fill: model.fillRate, onHand: model.onHandMean, backordered: model.backorderedMean,
        ordersPerMinute: model.orderRate, wait: nil))
  }

  /// One order for one day; the next would come after the season.
  private static let season: OracleCase = {
    let model = NewsvendorPoisson(demandMean: 50, overage: 0.18, underage: 0.70)
    return OracleCase(
      "newsvendor", "Newsvendor, Poisson demand", replications: 4000,
      Blueprint(
        rate: 50 / 1440.0, warmUp: 0, window: 1440,
        strategy: """
              shortage: lost
              facilities:
                shelf:
                  kind: seller_site
                  handling: {time: 0 min}
                  stock:
                    replenishment: {kind: base_stock, level: \(model.stock)}
                    lead_time: "30 d"
          \(Blueprint.door(from: "shelf"))
          """,
        isTerminating: true),
      [
        Check("fill rate", "fill_rate", model.fillRate),
        Check("units missing", "orders_lost", model.lostMean),
      ])
  }()
}
