internal import DiscreteEvent
internal import Quantities

/// What a site does by the clock: it foretells demand, decides what to keep, and reviews its stock.
extension Kernel {
  mutating func startPlans() {
    for (index, plan) in network.tables.plans.enumerated() {
      plans.append(PlanState())
      plans[index].nextForecast = plan.forecastEvery > 0 ? plan.forecastEvery : .max
      plans[index].nextReview = plan.timetable < 0 ? .max : next(in: plan.timetable, atOrAfter: 0)
      schedulePlan(index)
    }
  }

  private mutating func schedulePlan(_ index: Int) {
    let next = min(plans[index].nextForecast, plans[index].nextReview)
    if next <= clock.limit { schedule(KernelEvent(.plan, Int32(index)), at: next) }
  }

  mutating func plan(_ index: Int32, now: Int64) {
    let plan = network.tables.plans[Int(index)]
    if now == plans[Int(index)].nextForecast { foretell(plan, Int(index), now: now) }
    if now == plans[Int(index)].nextReview {
      for row in plan.rows {
        replenish(Int32(row), atOrBelow: stocks[row].reviewPoint, now: now)
      }
      plans[Int(index)].nextReview = next(in: plan.timetable, atOrAfter: now &+ 1)
    }
    schedulePlan(Int(index))
  }

  /// The window is over: periods that end with it count.
  mutating func closePlans(now: Int64) {
    for (index, plan) in network.tables.plans.enumerated()
    where plans[index].nextForecast == now {
      foretell(plan, index, now: now)
    }
  }

  // MARK: Forecasts

  /// Books the draft's lines as demand of the sites that should have had them: each tier's first choice, until
  /// one has the goods.
  mutating func countDemand() {
    for index in 0..<draft.lineCount {
      let line = draft.lines[index]
      for tier in 0..<view.tierCount {
        guard let site = view.tiers[tier].sites(zone: draft.zone, seller: draft.seller).first
        else { continue }
        let first = view.siteStock[Int(site)]
        if first < 0 { break }
        let row = view.stockRowOf[Int(first) + Int(line.sku)]
        if row < 0 { continue }
        forecasts[Int(row)].demanded &+= Int64(line.units)
        if stocks[Int(row)].onHand >= line.units { break }
      }
    }
  }

  /// A period is over: errors are booked, forecasts and the levels that follow from them move on.
  private mutating func foretell(_ plan: PlanSpec, _ index: Int, now: Int64) {
    // Nobody orders after the window: there is nothing to learn then.
    let next = now &+ plan.forecastEvery
    plans[index].nextForecast = next > clock.windowEnd ? .max : next
    let isInWindow = now &- plan.forecastEvery >= clock.warmUpEnd && now <= clock.windowEnd
    let perDay = 8.64e10 / Double(plan.forecastEvery)
    for row in plan.rows {
      let state = forecasts + row
      let demanded = Double(state.pointee.demanded)
      if isInWindow { plans[index].errors.insert(forecast: state.pointee.level, demand: demanded) }
      state.pointee.demanded = 0
      let history = history + Int(state.pointee.firstPeriod)
      let depth = plan.filter.weights.count
      var sum = plan.filter.carry * state.pointee.level
      for age in stride(from: depth - 1, to: 0, by: -1) { history[age] = history[age - 1] }
      history[0] = demanded
      for age in 0..<depth { sum += plan.filter.weights[age] * history[age] }
      state.pointee.level = sum
    }
    let placed = plan.keepsMost < plan.rows.count ? mostDemanded(plan) : nil
    for (offset, row) in plan.rows.enumerated() where !forecasts[row].isFixed {
      let isPlaced = placed.map { $0[offset] } ?? true
      setLevels(
        isPlaced ? plan.policy.levels(demand: forecasts[row].level * perDay) : .none, of: row, plan)
      if plan.timetable < 0 {
        replenish(Int32(row), atOrBelow: stocks[row].reorderPoint, now: now)
      }
    }
  }

  /// Which rows are among those with the highest forecasts; of equals the first.
  private mutating func mostDemanded(_ plan: PlanSpec) -> [Bool] {
    let ranked = plan.rows.sorted {
      (forecasts[$1].level, $0) < (forecasts[$0].level, $1)
    }
    var isPlaced = [Bool](repeating: false, count: plan.rows.count)
    for row in ranked.prefix(plan.keepsMost) { isPlaced[row - plan.rows.lowerBound] = true }
    return isPlaced
  }

  private mutating func setLevels(_ levels: StockLevels, of row: Int, _ plan: PlanSpec) {
    func units(_ value: Int) -> Int32 { Int32(min(value, StockLevels.unitsMaximum)) }
    stocks[row].orderUpTo = units(levels.orderUpTo)
    stocks[row].quantity = units(levels.quantity)
    if plan.timetable < 0 {
      stocks[row].reorderPoint = units(levels.reorderPoint)
    } else {
      stocks[row].reviewPoint = units(levels.reorderPoint)
    }
  }

  /// Room for forecasts and past periods, which start as what is expected.
  static func forecasts(of tables: NetworkTables) -> (
    UnsafeMutablePointer<ForecastState>, UnsafeMutablePointer<Double>
  ) {
    let plans = tables.plans.filter { $0.forecastEvery > 0 }
    let periods = plans.reduce(0) { $0 + $1.rows.count * $1.filter.weights.count }
    let forecasts = UnsafeMutablePointer<ForecastState>.allocate(
      capacity: plans.isEmpty ? 1 : tables.stocks.count)
    let history = UnsafeMutablePointer<Double>.allocate(capacity: max(1, periods))
    guard !plans.isEmpty else { return (forecasts, history) }
    forecasts.initialize(
      repeating: ForecastState(level: 0, firstPeriod: 0, isFixed: true), count: tables.stocks.count)
    var first = 0
    for plan in plans {
      let depth = plan.filter.weights.count
      for row in plan.rows {
        let expected = tables.stocks[row].expectedPerDay * Double(plan.forecastEvery) / 8.64e10
        forecasts[row] = ForecastState(
          level: expected, firstPeriod: Int32(first), isFixed: tables.stocks[row].isFixed)
        (history + first).initialize(repeating: expected, count: depth)
        first += depth
      }
    }
    return (forecasts, history)
  }
}
