internal import Foundation
public import Quantities
public import RandomVariates
public import ScenarioFile

/// Scheduled live sessions: an audience, product slots whose orders decay from the moment the product is
/// pinned, and viewers who see others buy.
///
/// A session with V viewers and conversion c expects V·c orders. The share (1 - n) of them, n being the
/// branching ratio, arrives by a Poisson process whose rate falls exponentially within each slot and ramps
/// up with the audience; each order excites on average n further ones after exponential delays (a Hawkes
/// process in its cluster form; [daley2003], sec. 6.3).
public struct Livestream: DemandKind {
  public var seller = Located<String>("")
  public var days = Weekdays.all
  public var start = TimeOfDay(hour: 20)!
  public var startSpread = 600.0
  public var duration = Law.constant(2.5 * 3600)
  public var viewers = Law.constant(120)
  public var conversion = 0.075
  public var slot = 180.0
  public var early = 0.6
  public var ramp = 900.0
  public var branchingRatio = 0.3
  public var reaction = 30.0
  public var pinnedShare = 0.85
  public var lines = Law.constant(1)
  public var units = Law.constant(1)

  public init() {}

  public static let summary =
    "Live sessions with product slots, decaying interest and self-excitation."
  public static let parameters: [Parameter<Livestream>] = [
    .reference(
      "seller", \.seller, to: "seller", "Cohort whose sellers go live, each on its own.",
      required: true),
    .weekdays("days", \.days, "Days of the sessions."),
    .timeOfDay("start", \.start, "Local time at the seller when a session starts.", source: "CALC"),
    .quantity(
      "start_spread", \.startSpread, .time, 0...720,
      "Standard deviation of the start from one session to the next.", unit: "min"),
    .law("duration", \.duration, .time, "Length of a session.", source: "CALC"),
    .law("viewers", \.viewers, .none, "Viewers of a session who may buy.", source: "HYPE"),
    .fraction("conversion", \.conversion, "Orders per viewer.", source: "HYPE"),
    .quantity("slot", \.slot, .time, 1...86_400, "Time one product is pinned.", unit: "s"),
    .fraction(
      "early", \.early, "Share of a slot's orders in its first fifth; 0.2 means no decay."),
    .quantity(
      "ramp", \.ramp, .time, 0...1440, "Time in which the audience builds up.", unit: "min"),
    .fraction("branching_ratio", \.branchingRatio, 0...0.99, "Orders that one order sets off."),
    .quantity(
      "reaction", \.reaction, .time, 0.1...86_400, "Mean delay of an order set off by another.",
      unit: "s"),
    .fraction("pinned_share", \.pinnedShare, "Orders whose first line is the pinned product."),
    .law("lines", \.lines, .none, "Lines per order; more than 255 are cut."),
    .law("units", \.units, .none, "Units per line; more than 1,000,000 are cut."),
  ]

  public func check(_ report: RecordReport) {
    report.requireBasket(lines: lines, units: units)
    if days.days.isEmpty {
      report.error("no-days", "nobody goes live: 'days' is empty", at: "days")
    }
  }

  public var meanLinesPerOrder: Double { max(1, lines.mean) }
  public var meanUnitsPerOrder: Double { max(1, lines.mean) * max(1, units.mean) }

  public func meanOrdersPerDay(in context: DemandContext) -> Double {
    let weekly = Double(Weekday.allCases.filter { days.contains($0) }.count) / 7
    return Double(context.sellers.count) * viewers.mean * conversion * context.scale * weekly
  }

  /// Sessions of a source, and orders of a session, that order numbers have room for.
  static let sessionsMaximum = 1 << 22
  static let ordersMaximum = 1 << 22

  public func problem(in context: DemandContext) -> String? {
    let sessions = Double(context.sellers.count) * context.days
    if sessions >= Double(Livestream.sessionsMaximum) {
      return "\(SizeEstimate.text(Double(context.sellers.count))) sellers x "
        + "\(SizeEstimate.text(context.days)) days are more than "
        + "\(SizeEstimate.text(Double(Livestream.sessionsMaximum))) live sessions"
    }
    let orders = viewers.mean * conversion * context.scale
    if orders > Double(Livestream.ordersMaximum) / 8 {
      return "about \(SizeEstimate.text(orders)) orders in one live session; at most "
        + SizeEstimate.text(Double(Livestream.ordersMaximum) / 8)
    }
    return nil
  }

  public func sources(in context: DemandContext) -> [any OrderSourceDefinition] {
    [LivestreamSource(self, context)]
  }

  /// Rate of the exponential decay over a slot of length 1 that puts `early` of it in the first fifth.
  var decay: Double {
    guard early > 0.2 else { return 0 }
    var low = 1e-9
    var high = 200.0
    for _ in 0..<200 {
      let k = (low + high) / 2
      if -expm1(-0.2 * k) / -expm1(-k) < early { low = k } else { high = k }
    }
    return (low + high) / 2
  }
}

private final class LivestreamSource: OrderSourceDefinition {
  struct Session {
    var start: Double
    var seller: Int
    var day: Int
  }
  let model: Livestream
  let decay: Double
  let scale: Double
  let windowEnd: Int64
  let sessions: [Session]
  let basket: Basket
  let sessionPurpose: Purpose
  let orderPurpose: Purpose

  init(_ model: Livestream, _ context: DemandContext) {
    self.model = model
    decay = model.decay
    scale = context.scale
    windowEnd = context.windowEnd
    sessionPurpose = Purpose("sessions.\(context.name)")
    orderPurpose = Purpose("orders.\(context.name)")
    basket = Basket(
      zones: context.zones.enumerated().map { ($0.offset, $0.element.weight) },
      sellers: context.sellers, lines: model.lines, units: model.units)
    var sessions: [Session] = []
    for (seller, place) in context.sellers.enumerated() {
      let first = place.timeZone.civil(unixSeconds: context.epoch).date
      for number in 0...(Int(context.days) + 1) {
        let date = first + number
        let wall = Int64(date.dayNumber) * 86400 + Int64(model.start.seconds)
        let start = place.timeZone.unixSeconds(wallSeconds: wall) - context.epoch
        if model.days.contains(date.weekday), start >= 0, Double(start) < context.days * 86400 {
          sessions.append(Session(start: Double(start), seller: seller, day: number))
        }
      }
    }
    self.sessions = sessions.sorted {
      ($0.start, $0.seller, $0.day) < ($1.start, $1.seller, $1.day)
    }
  }

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    LivestreamStream(self, index: index, run: run)
  }
}

/// Orders of all sessions in time order; one session's orders are in memory at a time, or those of the
/// sessions that overlap.
private final class LivestreamStream: OrderSource {
  private struct Pending {
    var epoch: Double
    var seller: Int32
    var pinned: Int32
    var number: UInt64
  }
  private let source: LivestreamSource
  private let sampler: BasketSampler
  private let run: RunSeed
  private let index: UInt64
  private var details: RandomStream
  /// Orders of the sessions begun, the latest first.
  private var pending: [Pending] = []
  private var nextSession = 0
  private var hasCurrent = false
  /// Earliest possible start of sessions not begun: their start varies by at most this.
  private let spreadMaximum: Double

  init(_ source: LivestreamSource, index: Int, run: RunSeed) {
    self.source = source
    self.run = run
    self.index = UInt64(index)
    sampler = BasketSampler(source.basket)
    details = RandomStream(run.generator)
    spreadMaximum = 3 * source.model.startSpread
    super.init()
    advance()
  }

  override func advance() {
    if hasCurrent { pending.removeLast() }
    while nextSession < source.sessions.count,
      pending.isEmpty || source.sessions[nextSession].start - spreadMaximum <= pending.last!.epoch
    {
      begin(nextSession)
      nextSession += 1
    }
    hasCurrent = !pending.isEmpty
    guard let next = pending.last else {
      epoch = .max
      return
    }
    epoch = microseconds(next.epoch)
    number = next.number
    if epoch >= source.windowEnd { epoch = .max }
  }

  override func describe(_ draft: inout OrderDraft) {
    let next = pending[pending.count - 1]
    details.seat(
      seed: run.seed, purpose: source.orderPurpose.key, replication: run.replication,
      entity: next.number)
    sampler.draw(
      &draft, seller: Int(next.seller), pinned: next.pinned, &details)
  }

  /// Draws all orders of one session and merges them with those pending.
  private func begin(_ sessionNumber: Int) {
    let session = source.sessions[sessionNumber]
    let model = source.model
    details.seat(
      seed: run.seed, purpose: source.sessionPurpose.key, replication: run.replication,
      entity: UInt64(session.seller) << 24 | UInt64(session.day))
    let shift = max(-spreadMaximum, min(spreadMaximum, model.startSpread * details.normal()))
    let start = max(0, session.start + shift)
    // A heavy tail is cut at a year, and at the orders that numbers have room for.
    let duration = min(max(model.slot, model.duration.sampler.sample(&details)), 365 * 86400)
    let orders = max(0, model.viewers.sampler.sample(&details)) * model.conversion * source.scale
    let limit = Livestream.ordersMaximum
    let expected = min(orders, Double(limit))
    let ratio = model.branchingRatio

    // Immigrants: candidates at the rate of a full audience, thinned by the ramp.
    let rampLoss = duration > 0 ? min(model.ramp, duration) / (2 * duration) : 0
    let immigrants = expected * (1 - ratio) / (1 - rampLoss)
    var epochs: [Double] = []
    var clock = details.exponential()
    let decay = source.decay
    let slots = duration / model.slot
    while clock < immigrants, epochs.count < limit {
      let position = clock / immigrants * slots
      let within = position - position.rounded(.down)
      let moved = decay > 0 ? -log1p(within * expm1(-decay)) / decay : within
      let time = (position.rounded(.down) + moved) * model.slot
      let audience = model.ramp > 0 ? min(1, time / model.ramp) : 1
      if details.uniform() < audience { epochs.append(time) }
      clock += details.exponential()
    }
    // Offspring, generation by generation.
    var parent = 0
    while parent < epochs.count, epochs.count < limit {
      var arrival = details.exponential()
      while arrival < ratio {
        epochs.append(epochs[parent] + details.exponential() * model.reaction)
        arrival += details.exponential()
      }
      parent += 1
    }
    epochs.sort()
    if epochs.count > limit { epochs.removeLast(epochs.count - limit) }
    let skus = source.basket.skus[session.seller]
    let base = index << OrderNumber.sourceShift | UInt64(sessionNumber) << 22
    for (position, time) in epochs.enumerated() {
      let slot = Int(time / model.slot)
      let isPinned = details.uniform() < model.pinnedShare
      pending.append(
        Pending(
          epoch: start + time, seller: Int32(session.seller),
          pinned: isPinned ? skus[slot % skus.count] : -1, number: base | UInt64(position)))
    }
    pending.sort { ($0.epoch, $0.number) > ($1.epoch, $1.number) }
  }
}
