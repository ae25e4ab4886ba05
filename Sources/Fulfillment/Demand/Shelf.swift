internal import Quantities
public import RandomVariates
public import ScenarioFile

/// Orders from search and listings: a non-homogeneous Poisson process per time zone of the customers.
///
/// The rate is piecewise linear between whole hours: base rate x hour of day x day of week, in the local
/// time of each zone, and drawn by inversion (one uniform per arrival).
public struct Shelf: DemandKind {
  public enum Profile: String, CaseIterable, Sendable {
    case flat, daily
  }
  public var seller = Located<String>("")
  public var rate: Double?
  public var profile = Profile.daily
  public var hourFactors: [Double] = []
  public var weekendFactor = 0.9
  public var dayFactors: [Double] = []
  public var lines = Law.constant(1)
  public var units = Law.constant(1)

  public init() {}

  public static let summary =
    "Search and listings: a Poisson process with a daily and weekly profile."
  public static let parameters: [Parameter<Shelf>] = [
    .reference("seller", \.seller, to: "seller", "Cohort that is bought from.", required: true),
    .optionalQuantity(
      "rate", \.rate, .rate, 0...1e12,
      "Mean orders on a weekday, whole cohort; may be left out if the cohort's channels say it.",
      unit: "1/d"),
    .choice(
      "profile", \.profile, of: Profile.self,
      "flat: no daily profile; daily: `hours` or the standard one.", source: "VTX"),
    .numbers(
      "hours", \.hourFactors, 0...1000,
      "24 factors of the hours of the day from midnight, scaled to mean 1; the standard ones peak at 1.8 at 20:00."
    ),
    .number(
      "weekend", \.weekendFactor, 0...100,
      "Factor of Saturday and Sunday (not with a flat profile)."),
    .numbers(
      "weekdays", \.dayFactors, 0...100,
      "7 factors of the days from Monday on the rate, instead of `weekend`."),
    .law("lines", \.lines, .none, "Lines per order; more than 255 are cut."),
    .law("units", \.units, .none, "Units per line; more than 1,000,000 are cut."),
  ]

  public func check(_ report: RecordReport) {
    report.requireBasket(lines: lines, units: units)
    report.refuseBoth("weekend", "weekdays")
    if report.gives("weekdays"), dayFactors.count != 7 {
      report.error(
        "bad-profile", "expected 7 factors, one per day of the week, found \(dayFactors.count)",
        at: "weekdays")
    }
    if report.gives("weekdays"), profile == .flat { reportFlat("weekdays", report) }
    guard report.gives("hours") else { return }
    if hourFactors.count != 24 {
      report.error(
        "bad-profile", "expected 24 factors, one per hour, found \(hourFactors.count)", at: "hours")
    } else if hourFactors.allSatisfy({ $0 == 0 }) {
      report.error("bad-profile", "all hours have the factor 0", at: "hours")
    }
    if profile == .flat { reportFlat("hours", report) }
  }

  private func reportFlat(_ key: String, _ report: RecordReport) {
    report.error(
      "conflicting-keys", "'\(key)' has no effect with 'profile: flat'", at: key,
      help: ["write profile: daily, or leave one of the two out"])
  }

  /// Factors of the days from Monday.
  private var weekFactors: [Double] {
    if dayFactors.count == 7 { return dayFactors }
    return [Double](repeating: 1, count: 5) + [weekendFactor, weekendFactor]
  }

  /// Standard profile: low at night, rising through the day, peak hour 1.8 x the mean [VTX].
  static let standardHours: [Double] = [
    0.45, 0.28, 0.18, 0.14, 0.14, 0.22, 0.42, 0.68, 0.92, 1.06, 1.14, 1.18,
    1.24, 1.18, 1.12, 1.10, 1.14, 1.24, 1.42, 1.66, 1.80, 1.66, 1.26, 0.81,
  ]

  public var missingKey: String? { rate == nil ? "rate" : nil }

  /// [1/s]; any, where channels say how many.
  private var base: Double { rate ?? 1.0 / 86400 }

  public var meanLinesPerOrder: Double { max(1, lines.mean) }
  public var meanUnitsPerOrder: Double { max(1, lines.mean) * max(1, units.mean) }

  public func meanOrdersPerDay(in context: DemandContext) -> Double {
    let mean = dayFactors.isEmpty ? (5 + 2 * weekendFactor) / 7 : dayFactors.reduce(0, +) / 7
    let weekly = profile == .flat ? 1 : mean
    return base * 86400 * context.scale * weekly * context.meanFactor
  }

  public func sources(in context: DemandContext) -> [any OrderSourceDefinition] {
    let total = context.zones.reduce(0) { $0 + $1.weight }
    let groups = Dictionary(grouping: context.zones.indices) {
      profile == .flat ? "" : context.zones[$0].timeZone.identifier
    }
    return groups.sorted { $0.key < $1.key }.compactMap { identifier, members in
      let share = members.reduce(0) { $0 + context.zones[$1].weight } / total
      guard share > 0 else { return nil }
      return ShelfSource(
        purpose: Purpose("arrivals.\(context.name).\(identifier)"),
        orders: Purpose("orders.\(context.name)"),
        epochs: PoissonArrivalsTable(
          arrivalRate(
            share: share,
            in: profile == .flat ? context.marketTimeZone : context.zones[members[0]].timeZone,
            context)),
        basket: Basket(
          zones: members.map { ($0, context.zones[$0].weight) }, sellers: context.sellers,
          lines: lines, units: units))
    }
  }

  /// Rate [1/s] of the share of zones in one time zone, over the horizon [s since the epoch].
  private func arrivalRate(share: Double, in timeZone: CivilTimeZone, _ context: DemandContext)
    -> PiecewiseLinearRate
  {
    let base = base * context.scale * share
    let end = Double(context.windowEnd) * 1e-6
    let isFlat = profile == .flat
    if isFlat, context.calendar.isPlain {
      return PiecewiseLinearRate(times: [0, end], rates: [base, base])
    }
    var factors = hourFactors.count == 24 ? hourFactors : Shelf.standardHours
    let mean = factors.reduce(0, +) / 24
    factors = isFlat ? [Double](repeating: 1, count: 24) : factors.map { $0 / mean }
    let week = isFlat ? [Double](repeating: 1, count: 7) : weekFactors
    var times: [Double] = []
    var rates: [Double] = []
    var time = 0.0
    var date: CivilDate?
    var (hours, factor) = (factors, 1.0)
    while true {
      let clipped = min(time, end)
      let local = timeZone.civil(unixSeconds: context.epoch + Int64(clipped))
      if local.date != date {
        date = local.date
        factor = context.calendar.factor(on: local.date) * week[local.date.weekday.rawValue]
        hours = context.calendar.hours(factors, on: local.date)
      }
      times.append(clipped)
      rates.append(base * hours[local.time.hour] * factor)
      if time >= end { break }
      time += 3600
    }
    return PiecewiseLinearRate(times: times, rates: rates)
  }
}

private struct ShelfSource: OrderSourceDefinition {
  let purpose: Purpose
  let orders: Purpose
  let epochs: PoissonArrivalsTable
  let basket: Basket

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    ShelfStream(self, index: index, run: run)
  }
}

private final class ShelfStream: OrderSource {
  /// What changes with each order, in memory of its own: no exclusivity checks in the loop.
  private struct State {
    var arrivals: RandomStream
    /// Seated for the order of a number, as a rule the next.
    var details: RandomStream
    var detailed: UInt64
    var clock: PoissonArrivalsSampler
    /// When the order after this one comes, well before anything waits for it.
    var upcoming: Int64 = 0
    let sampler: BasketSampler
  }
  private let source: ShelfSource
  private let orders: PreparedSeat
  private let state: UnsafeMutablePointer<State>

  init(_ source: ShelfSource, index: Int, run: RunSeed) {
    self.source = source
    orders = PreparedSeat(
      seed: run.seed, purpose: source.orders, replication: run.replication)
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        arrivals: RandomStream(run.generator), details: RandomStream(run.generator), detailed: 0,
        clock: source.epochs.sampler, sampler: BasketSampler(source.basket)))
    super.init()
    state.pointee.arrivals.seat(
      seed: run.seed, purpose: source.purpose.key, replication: run.replication, entity: 0)
    number = UInt64(index) << OrderNumber.sourceShift
    seatDetails(number)
    number &-= 1
    findUpcoming()
    advance()
  }

  deinit { state.deallocate() }

  override func advance() {
    number &+= 1
    epoch = state.pointee.upcoming
    findUpcoming()
  }

  @inline(__always)
  private func findUpcoming() {
    let seconds = state.pointee.clock.next(&state.pointee.arrivals)
    state.pointee.upcoming = seconds.map { microseconds($0) } ?? .max
  }

  override func describe(_ draft: inout OrderDraft) {
    if state.pointee.detailed != number { seatDetails(number) }
    state.pointee.sampler.draw(&draft, &state.pointee.details)
    // The next order's words, well before anything waits for them.
    seatDetails(number &+ 1)
  }

  @inline(__always)
  private func seatDetails(_ number: UInt64) {
    state.pointee.details.seat(orders, entity: number)
    state.pointee.detailed = number
  }
}
