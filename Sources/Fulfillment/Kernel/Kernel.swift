internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// One replication of a network: all mutable state, confined to one thread.
///
/// The loop below knows the six primitives and nothing else. Where no resource is contended for, time is
/// computed and no event is made: a shipment that leaves the last station of its origin usually reaches the
/// door without a further event.
struct Kernel<Observer: RunObserver>: ~Copyable {
  let network: Network
  private let viewAddress: UnsafePointer<NetworkView>
  /// Raw views of the network's tables, read in place.
  var view: NetworkView {
    @inline(__always) _read { yield viewAddress.pointee }
  }
  let run: RunSeed
  let clock: RunClock
  let shortage: Strategy.Shortage
  /// Whether every charge is posted with its shipment, because somebody looks at single orders or parts of them.
  let chargesEach: Bool

  var simulator = Simulator<KernelEvent>()
  var stream: RandomStream
  /// By purpose.
  let seats: UnsafeMutablePointer<PreparedSeat>
  /// Keeps the sources alive, which the loop reads without counting references.
  private let sourceOwner: [OrderSource]
  let sources: UnsafeMutablePointer<Unmanaged<OrderSource>>
  /// The next order of each source, apart from the other events: most models have few sources.
  var arrivals = EventList<Int32>()
  /// The first of them, taken out of the list, and when it comes in; `.max` if no order is left.
  var nextSource: Int32 = -1
  var nextArrival = Int64.max
  var draft = OrderDraft()

  var orders = Arena<OrderRow>()
  var shipments = Arena<ShipmentRow>()
  var lines = Arena<LineRow>()
  var waits = Arena<WaitRow>()

  let stations: UnsafeMutablePointer<Station>
  /// Stations that work ahead, and when their servers are free.
  let ahead: UnsafeMutablePointer<AheadStation>
  let freeAt: UnsafeMutablePointer<Int64>
  /// What stations that work ahead have not handed over yet, rows by their first servers.
  let handovers: UnsafeMutablePointer<Handover>
  let staffingCursors: UnsafeMutablePointer<Int32>
  let labors: UnsafeMutablePointer<LaborState>
  let departures: UnsafeMutablePointer<DepartureState>
  let rounds: UnsafeMutablePointer<RoundState>
  let timetableCursors: UnsafeMutablePointer<Int32>
  let stocks: UnsafeMutablePointer<StockState>
  /// Beside the stocks, where it costs sellers something that they lie.
  let carrying: UnsafeMutablePointer<CarryingState>
  let sourced: UnsafeMutablePointer<Int>
  var plans: [PlanState] = []
  /// Forecasts and past periods of stock rows; nothing where nobody makes any.
  let forecasts: UnsafeMutablePointer<ForecastState>
  let history: UnsafeMutablePointer<Double>
  let spaces: UnsafeMutablePointer<SpaceState>

  var outcome = Outcome()
  /// Time from the order to the door and to the carrier [h].
  var clickToDoor = SketchBuilder()
  var clickToShip = SketchBuilder()
  let books: RunBooks
  let co2e = EmissionBook()
  let carried: UnsafeMutablePointer<CarriedRow>
  /// Used where customers may do more than wait.
  var customers = CustomerBooks()
  var subsidyBooks: SubsidyBooks
  let demand: DemandBooks
  var series: SeriesBooks
  /// Counters of the hot path, copied to the outcome at the end.
  var tally = RunTally()
  var ordersAlive = 0
  /// The part of the window that has begun: statistics count in [windowStart, windowEnd).
  var windowStart: Int64 = 0
  var isWindowOver = false
  /// Is told everything that happens to orders, unless it is `Unwatched`.
  ///
  /// In memory of its own, so that telling it does not count as changing the kernel.
  let observer: UnsafeMutablePointer<Observer>
  /// Disruptions of the run, where there are any; `isDisrupted` is all that the loop asks.
  let isDisrupted: Bool
  let disruption: DisruptionState?
  let calm: OrderSet?
  let lateOrders: OrderSet?

  init(_ network: Network, run: RunSeed, observer: Observer, twin: Twin = .none) {
    disruption = twin.disruption
    isDisrupted = twin.disruption != nil
    calm = twin.calm
    lateOrders = twin.lateOrders
    self.network = network
    self.observer = .allocate(capacity: 1)
    self.observer.initialize(to: observer)
    self.run = run
    viewAddress = network.view
    let view = viewAddress.pointee
    clock = view.clock
    shortage = view.shortage
    chargesEach = Observer.isOn || view.tracksShipping || view.isSliced
    stream = RandomStream(run.generator)
    let tables = network.tables
    seats = .allocate(capacity: max(1, tables.purposes.count))
    for (index, purpose) in tables.purposes.enumerated() {
      (seats + index).initialize(
        to: PreparedSeat(seed: run.seed, purpose: purpose, replication: run.replication))
    }
    let streams = twin.lateOrders == nil ? tables.sources : tables.calmSources
    sourceOwner = streams.enumerated().map { $1.makeSource(index: $0, run: run) }
    sources = .allocate(capacity: max(1, sourceOwner.count))
    for (index, source) in sourceOwner.enumerated() {
      (sources + index).initialize(to: .passUnretained(source))
    }

    stations = .allocate(capacity: max(1, tables.stations.count))
    staffingCursors = .allocate(capacity: max(1, tables.stations.count))
    for (index, spec) in tables.stations.enumerated() {
      (stations + index).initialize(
        to: Station(
          servers: spec.staffing.servers(at: .zero), discipline: spec.discipline))
      staffingCursors[index] = 0
    }
    let planning = Kernel.ahead(
      of: tables, view, isFixed: twin.disruption == nil && twin.lateOrders == nil)
    ahead = planning.stations
    freeAt = .allocate(capacity: max(1, planning.servers))
    freeAt.initialize(repeating: 0, count: planning.servers)
    handovers = .allocate(capacity: max(1, planning.servers))
    labors = .allocate(capacity: max(1, tables.stations.count))
    labors.initialize(repeating: LaborState(scheduled: 0), count: tables.stations.count)
    departures = .allocate(capacity: max(1, tables.departures.count))
    departures.initialize(repeating: DepartureState(), count: tables.departures.count)
    rounds = .allocate(capacity: max(1, tables.rounds.count))
    for (index, spec) in tables.rounds.enumerated() {
      rounds[index] = RoundState(staffed: Int32(spec.staffing.servers(at: .zero)))
    }
    timetableCursors = .allocate(capacity: max(1, view.timetableCount))
    timetableCursors.initialize(repeating: 0, count: view.timetableCount)
    stocks = .allocate(capacity: max(1, tables.stocks.count))
    for (index, spec) in tables.stocks.enumerated() {
      stocks[index] = StockState(
        onHand: spec.initial, onOrder: 0, backordered: 0, reorderPoint: spec.reorderPoint,
        reviewPoint: spec.reviewPoint, orderUpTo: spec.orderUpTo, quantity: spec.quantity)
    }
    (forecasts, history) = Kernel.forecasts(of: tables)
    spaces = Kernel.spaces(of: tables)
    let carryingCount = view.hasCarrying ? tables.stocks.count : 0
    carrying = .allocate(capacity: max(1, carryingCount))
    carrying.initialize(repeating: CarryingState(), count: carryingCount)
    sourced = .allocate(capacity: max(1, tables.siteNames.count))
    sourced.initialize(repeating: 0, count: tables.siteNames.count)
    let days = Int((clock.windowEnd - clock.warmUpEnd + 86_399_999_999) / 86_400_000_000)
    books = RunBooks(days: days)
    carried = .allocate(capacity: max(1, tables.itineraries.count))
    carried.initialize(repeating: CarriedRow(), count: tables.itineraries.count)
    subsidyBooks = SubsidyBooks(view.commerce)
    demand = DemandBooks(tables)
    series = SeriesBooks(
      clock, rows: tables.seriesNames.count,
      resources: tables.stations.count + tables.rounds.count, ahead: planning.rows)
  }

  deinit {
    seats.deallocate()
    sources.deallocate()
    stations.deinitialize(count: network.tables.stations.count)
    stations.deallocate()
    staffingCursors.deallocate()
    ahead.deallocate()
    freeAt.deallocate()
    handovers.deallocate()
    labors.deallocate()
    departures.deallocate()
    rounds.deallocate()
    timetableCursors.deallocate()
    stocks.deallocate()
    forecasts.deallocate()
    history.deallocate()
    spaces.deallocate()
    carrying.deallocate()
    sourced.deallocate()
    carried.deallocate()
    observer.deinitialize(count: 1)
    observer.deallocate()
  }

  /// Runs to the end and reports.
  consuming func outcomeOfRun() -> Outcome {
    start()
    loop()
    finish()
    return outcome
  }

  /// Runs to the end and gives what the observer noted.
  consuming func observations() -> (outcome: Outcome, observer: Observer) {
    start()
    loop()
    finish()
    return (outcome, observer.pointee)
  }

  private mutating func start() {
    if view.hasListing { updateListing(now: 0) }
    startLabor()
    startLockers()
    if isDisrupted { startDisruptions() }
    startPlans()
    outcome.transshipped = [Int](repeating: 0, count: view.siteCount)
    outcome.channelClickToDoor = [QuantileSketch](
      repeating: QuantileSketch(), count: view.slicedChannels)
    outcome.deliveredWithinDays = [Int](repeating: 0, count: view.dayLimits.count)
    schedule(KernelEvent(.phase, 0), at: clock.warmUpEnd)
    schedule(KernelEvent(.phase, 1), at: clock.windowEnd)
    startCarrying()
    for (index, spec) in network.tables.stations.enumerated() {
      if let first = spec.staffing.changes.firstIndex(where: { $0.at > .zero }) {
        staffingCursors[index] = Int32(first)
        schedule(
          KernelEvent(.staffing, Int32(index)), at: spec.staffing.changes[first].at.microseconds)
      }
    }
    for (index, spec) in network.tables.rounds.enumerated() {
      if let first = spec.staffing.changes.firstIndex(where: { $0.at > .zero }) {
        rounds[index].nextStaffing = Int32(first)
        schedule(
          KernelEvent(.fleet, Int32(index)), at: spec.staffing.changes[first].at.microseconds)
      }
    }
    for (index, source) in sourceOwner.enumerated() where source.epoch < clock.windowEnd {
      arrivals.schedule(Int32(index), at: Instant(microseconds: source.epoch))
    }
    takeNextArrival()
  }

  /// The event loop; ends when nothing more can happen to an order or the drain has passed.
  private mutating func loop() {
    while true {
      let hasArrival = nextArrival <= clock.limit
      guard
        let event = simulator.next(
          before: Instant(microseconds: hasArrival ? nextArrival : clock.limit &+ 1),
          priority: hasArrival ? KernelEvent.arrivalPriority : 0)
      else {
        guard hasArrival else { break }
        arrive()
        continue
      }
      let now = simulator.now.microseconds
      switch event.kind {
      case .workDone: endWork(event.index, now: now)
      case .resume: resume(event.index, now: now)
      case .cancel: cancel(order: event.index, now: now)
      case .collect: collect(event.index, now: now)
      case .departure: depart(event.index, now: now)
      case .supply: supply(event.index, units: event.amount, now: now)
      case .plan: plan(event.index, now: now)
      case .vehicleBack: vehicleBack(event.index, now: now)
      case .wave: wave(event.index, now: now)
      case .listing: updateListing(now: now)
      case .staffing: changeStaffing(event.index, now: now)
      case .labor: labor(event.index, event.amount, now: now)
      case .fleet: changeFleet(event.index, now: now)
      case .mature: mature(event.index, units: event.amount, now: now)
      case .phase: changePhase(event.index, now: now)
      case .sample: sample(event.index, now: now)
      case .disruption: disrupt(event.index, event.amount, now: now)
      }
      if ordersAlive == 0, isWindowOver, nextArrival == .max { break }
      if Observer.isOn, observer.pointee.isSatisfied { break }
    }
  }

  @inline(__always)
  mutating func schedule(_ event: KernelEvent, at microseconds: Int64) {
    simulator.schedule(
      event, at: Instant(microseconds: microseconds), priority: event.kind.priority)
  }

  /// First instant of a timetable at or after `instant`; `.max` if there is none.
  @inline(__always)
  mutating func next(in timetable: Int32, atOrAfter instant: Int64) -> Int64 {
    view.next(
      in: timetable, atOrAfter: instant, cursor: &timetableCursors[Int(timetable)])
  }

  /// Statistics start afresh when the warm-up ends and stop when the window does.
  private mutating func changePhase(_ phase: Int32, now: Int64) {
    let instant = Instant(microseconds: now)
    if phase == 0 {
      windowStart = now
      handOver(now: now)
      for index in 0..<view.stationCount { stations[index].resetStatistics(at: instant) }
      resetLabor(now: now)
      resetLockers(now: now)
      resetStorage(now: now)
      for index in 0..<view.roundCount {
        rounds[index].lastChange = now
        rounds[index].outTime = 0
        rounds[index].stops = 0
        rounds[index].staffedTime = 0
      }
      for index in 0..<view.stockCount {
        stocks[index].lastChange = now
        stocks[index].onHandTime = 0
        stocks[index].backorderedTime = 0
        stocks[index].ordersInWindow = 0
        stocks[index].receivedInWindow = 0
      }
      resetCarrying()
      series.currentBin = 0
      if series.workGrid.count > 1 {
        schedule(KernelEvent(.sample, 0), at: series.workGrid.end(of: 0))
      }
    } else {
      closePlans(now: now)
      sample(Int32(series.workGrid.count - 1), now: now)
      closeWindow(now: now)
      isWindowOver = true
      auditUnits()
    }
  }
}

/// The whole microseconds nearest to a time that is not negative [s].
@inline(__always)
func microseconds(_ seconds: Double) -> Int64 { Int64(seconds * 1e6 + 0.5) }
