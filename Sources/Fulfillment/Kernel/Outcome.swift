public import DiscreteEvent
public import Quantities

/// What one replication of one strategy yields. Counts and sums are integers, so that they are exact and
/// do not depend on the order in which things happened.
public struct Outcome: Sendable {
  public var ordersPlaced = 0
  public var ordersDelivered = 0
  public var ordersLost = 0
  /// Before anything of them had left, or because they came too late.
  public var ordersCanceled = 0
  /// Refused at the door, or nobody was ever there to take them.
  public var ordersRefused = 0
  public var afterSales = AfterSalesOutcome()
  /// Integral over the window of compartments taken, parcels of observed orders brought to lockers, and those
  /// that found all taken [lockers: compartment·µs].
  public var lockerTime: [Int128] = []
  public var lockerTries: [Int] = []
  public var lockerOverflows: [Int] = []
  /// Sellers' margins on the goods of lost orders [millionths].
  public var marginLost: Int64 = 0
  public var ordersOpen = 0
  public var ordersOnTime = 0
  public var ordersAsPromised = 0
  public var ordersSplit = 0
  /// Orders of the market that might have been placed: also those that a slow promise or a shop that
  /// showed nothing left turned away, and the value of those.
  public var ordersPotential = 0
  public var ordersDeclined = 0
  public var ordersSoldOut = 0
  /// Orders placed of which all sites together had too few units.
  public var ordersOversold = 0
  public var lostSales: Int64 = 0
  /// Figures per channel and then per group of zones, where there are several.
  public var slices: [SliceTally] = []
  public var ordersInRegion = 0
  public var shipments = 0
  public var unitsDemanded = 0
  public var unitsFilled = 0
  public var unitsDelivered = 0
  /// Sums over delivered orders [0.01 s].
  public var clickToDoorTicks: Int64 = 0
  public var clickToShipTicks: Int64 = 0
  /// Time per stage of the shipment that came last, summed over delivered orders [0.01 s; stages].
  public var stageTicks = [Int64](repeating: 0, count: Stage.allCases.count)
  /// Distributions over delivered orders [h].
  public var clickToDoor = QuantileSketch()
  public var clickToShip = QuantileSketch()
  /// From click to door of each channel, where there are several [h].
  public var channelClickToDoor: [QuantileSketch] = []
  /// Orders at the door until the end of some day after their click's [day limits].
  public var deliveredWithinDays: [Int] = []
  public var ledger = Ledger()
  public var co2e = Emissions()
  /// By name.
  public var subsidies: [SubsidyOutcome] = []
  /// Shipments sourced from each site [sites].
  public var sourced: [Int] = []
  /// Shipments that came through each itinerary [itineraries].
  public var carried: [Int64] = []
  /// Integrals over the window [stations: server·µs; queue: shipment·µs].
  public var busyTime: [Int64] = []
  public var staffedTime: [Int64] = []
  public var queueTime: [Int64] = []
  public var waits: [Tally] = []
  /// Hours beyond the calendar: after hours, and of extra staff [stations: server·µs].
  public var overtime: [Int64] = []
  public var surge: [Int64] = []
  /// Vehicles out and staffed [rounds: vehicle·µs].
  public var outTime: [Int64] = []
  /// Stops of their trips [rounds].
  public var stops: [Int] = []
  public var fleetTime: [Int64] = []
  /// Per site with stock: unit·µs on hand and backordered, replenishment orders [sites].
  public var onHandTime: [Int128] = []
  public var backorderedTime: [Int128] = []
  public var replenishments: [Int] = []
  /// Units fetched from sister sites [sites].
  public var transshipped: [Int] = []
  /// Room taken and beyond the limit over the window [cm3·µs or unit·µs], units refused in it [sites].
  public var spaceTime: [Int128] = []
  public var overflowTime: [Int128] = []
  public var refused: [Int] = []
  /// Of each plan with a forecast.
  public var forecastErrors: [ForecastErrors] = []
  /// Orders placed and delivered per day of the window [days].
  public var placedPerDay: [Int] = []
  public var deliveredPerDay: [Int] = []
  /// Integral over the window of orders between click and door [order·0.01 s].
  public var openTicks: Int64 = 0
  /// Commutative hash of every order's end.
  public var orderHash: UInt64 = 0
  /// All orders simulated, observed or not.
  public var ordersSimulated = 0
  public var events = 0
  public var violations: [String] = []
  /// Late orders by main cause; they add up to all that were not at the door in time [causes].
  public var lateCauses = [Int](repeating: 0, count: LateCause.allCases.count)
  /// Most orders placed within a minute of the first of them.
  public var ordersPerMinuteMaximum = 0
  /// What each disruption did [disruptions], and the cost to serve of the twin without them.
  public var tolls: [DisruptionToll] = []
  public var calmCost = Money.zero
  /// Units lost in disruptions.
  public var unitsLost = 0
  /// How the window went, bin by bin.
  public var series = RunSeries(RunClock(), rows: 0)

  /// FNV-1a-64 over all integers of the outcome.
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ value: Int64) {
      var bits = UInt64(bitPattern: value)
      for _ in 0..<8 {
        hash = (hash ^ (bits & 0xff)) &* 0x100_0000_01b3
        bits >>= 8
      }
    }
    for value in [
      ordersPlaced, ordersDelivered, ordersLost, ordersOpen, ordersOnTime, ordersSplit,
      ordersInRegion,
      shipments, unitsDemanded, unitsFilled, unitsDelivered, ordersSimulated,
    ] { mix(Int64(value)) }
    for value in [ordersDeclined, ordersSoldOut, ordersOversold] where value != 0 {
      mix(Int64(value))
    }
    mix(clickToDoorTicks)
    mix(clickToShipTicks)
    mix(Int64(bitPattern: orderHash))
    if ordersCanceled > 0 { mix(Int64(ordersCanceled)) }
    if ordersRefused > 0 { mix(Int64(ordersRefused)) }
    for value in afterSales.counts where value > 0 { mix(Int64(value)) }
    for value in lockerTime { mix(Int64(truncatingIfNeeded: value)) }
    for value in lockerTries + lockerOverflows { mix(Int64(value)) }
    for value in stageTicks { mix(value) }
    // Accounts that came later count only where they are used; what the goods cost follows from what was
    // sold.
    let first = Int(Account.costOfGoods.rawValue)
    for value in ledger.totals[..<first] { mix(value) }
    for (account, value) in ledger.totals.enumerated() where account > first && value != 0 {
      mix(Int64(account))
      mix(value)
    }
    for value in busyTime + outTime { mix(value) }
    for value in onHandTime + backorderedTime { mix(Int64(truncatingIfNeeded: value)) }
    return hash
  }
}

extension Network {
  /// The outcome of a run in which nothing happened, with rows for everything that is counted.
  public var emptyOutcome: Outcome {
    var outcome = Outcome()
    outcome.sourced = [Int](repeating: 0, count: tables.siteNames.count)
    outcome.carried = [Int64](repeating: 0, count: tables.itineraries.count)
    outcome.busyTime = [Int64](repeating: 0, count: tables.stations.count)
    outcome.staffedTime = outcome.busyTime
    outcome.queueTime = outcome.busyTime
    outcome.overtime = outcome.busyTime
    outcome.surge = outcome.busyTime
    outcome.waits = [Tally](repeating: Tally(), count: tables.stations.count)
    outcome.outTime = [Int64](repeating: 0, count: tables.rounds.count)
    outcome.fleetTime = outcome.outTime
    outcome.stops = [Int](repeating: 0, count: tables.rounds.count)
    outcome.onHandTime = [Int128](repeating: 0, count: tables.siteNames.count)
    outcome.backorderedTime = outcome.onHandTime
    outcome.replenishments = outcome.sourced
    outcome.transshipped = outcome.sourced
    outcome.spaceTime = outcome.onHandTime
    outcome.overflowTime = outcome.onHandTime
    outcome.refused = outcome.sourced
    outcome.forecastErrors = tables.plans.map { _ in ForecastErrors() }
    outcome.subsidies = (tables.commerce?.subsidies ?? []).map { _ in SubsidyOutcome() }
    let slices = tables.channels.sliced.count + tables.zoneGroups.sliced.count
    outcome.channelClickToDoor = [QuantileSketch](
      repeating: QuantileSketch(), count: tables.channels.sliced.count)
    outcome.deliveredWithinDays = [Int](repeating: 0, count: tables.dayLimits.count)
    outcome.slices = [SliceTally](repeating: SliceTally(), count: slices)
    let window = tables.clock.windowEnd - tables.clock.warmUpEnd
    outcome.deliveredPerDay = [Int](
      repeating: 0, count: Int((window + 86_399_999_999) / 86_400_000_000))
    outcome.placedPerDay = outcome.deliveredPerDay
    outcome.series = RunSeries(tables.clock, rows: tables.seriesNames.count)
    return outcome
  }
}
