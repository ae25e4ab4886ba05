internal import Foundation
internal import Quantities
internal import RandomVariates

/// The sessions of a program, in the sequence of their starts as scheduled.
final class LiveSource: OrderSourceDefinition {
  struct Session {
    var start: Double
    var seller: Int
    var day: Int
    /// Of growth, months and promotions.
    var factor: Double
  }
  let program: LiveSessions
  let decay: Double
  let scale: Double
  let windowEnd: Int64
  let sessions: [Session]
  let basket: Basket
  let sessionPurpose: Purpose
  let orderPurpose: Purpose

  init(_ program: LiveSessions, _ context: DemandContext) {
    self.program = program
    decay = program.decay
    scale = context.scale
    windowEnd = context.windowEnd
    sessionPurpose = Purpose("sessions.\(context.name)")
    orderPurpose = Purpose("orders.\(context.name)")
    basket = Basket(
      zones: context.zones.enumerated().map { ($0.offset, $0.element.weight) },
      sellers: context.sellers, lines: program.lines, units: program.units)
    var sessions: [Session] = []
    for (seller, place) in context.sellers.enumerated() {
      let first = place.timeZone.civil(unixSeconds: context.epoch).date
      for number in 0...(Int(context.days) + 1) {
        let date = first + number
        let wall = Int64(date.dayNumber) * 86400 + Int64(program.start.seconds)
        let start = place.timeZone.unixSeconds(wallSeconds: wall) - context.epoch
        if program.days.contains(date.weekday), start >= 0, Double(start) < context.days * 86400 {
          sessions.append(
            Session(
              start: Double(start), seller: seller, day: number,
              factor: context.calendar.factor(on: date)))
        }
      }
    }
    self.sessions = sessions.sorted {
      ($0.start, $0.seller, $0.day) < ($1.start, $1.seller, $1.day)
    }
  }

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    LiveStream(self, index: index, run: run)
  }
}

/// Orders of all sessions in time order.
private final class LiveStream: BurstStream {
  private let source: LiveSource
  /// Starts vary by at most this.
  private let spreadMaximum: Double

  init(_ source: LiveSource, index: Int, run: RunSeed) {
    self.source = source
    spreadMaximum = 3 * source.program.startSpread
    super.init(
      source.basket, orders: source.orderPurpose, index: index, windowEnd: source.windowEnd,
      run: run)
    start()
  }

  override func earliest(_ burst: Int) -> Double {
    burst < source.sessions.count ? source.sessions[burst].start - spreadMaximum : .infinity
  }

  override func begin(_ burst: Int) -> Burst {
    let session = source.sessions[burst]
    let program = source.program
    details.seat(
      seed: run.seed, purpose: source.sessionPurpose.key, replication: run.replication,
      entity: UInt64(session.seller) << 24 | UInt64(session.day))
    let shift = max(-spreadMaximum, min(spreadMaximum, program.startSpread * details.normal()))
    let start = max(0, session.start + shift)
    // A heavy tail is cut at a year, and at the orders that numbers have room for.
    let duration = min(max(program.slot, program.duration.sampler.sample(&details)), 365 * 86400)
    let orders =
      max(0, program.viewers.sampler.sample(&details)) * program.conversion * source.scale
      * session.factor
    let limit = BurstStream.ordersMaximum
    var times = immigrants(
      min(orders, Double(limit)) * (1 - program.branchingRatio), duration: duration, limit)
    addOffspring(&times, limit)
    times.sort()
    if times.count > limit { times.removeLast(times.count - limit) }
    let skus = source.basket.skus[session.seller]
    let pinned = times.map { time -> Int32 in
      let slot = Int(time / program.slot)
      return details.uniform() < program.pinnedShare ? skus[slot % skus.count] : -1
    }
    return Burst(epochs: times.map { start + $0 }, seller: session.seller, pinned: pinned)
  }

  /// Orders that no other sets off: candidates at the rate of a full audience, thinned by the ramp.
  private func immigrants(_ mean: Double, duration: Double, _ limit: Int) -> [Double] {
    let program = source.program
    let rampLoss = duration > 0 ? min(program.ramp, duration) / (2 * duration) : 0
    let candidates = mean / (1 - rampLoss)
    let decay = source.decay
    let slots = duration / program.slot
    var times: [Double] = []
    var clock = details.exponential()
    while clock < candidates, times.count < limit {
      let position = clock / candidates * slots
      let within = position - position.rounded(.down)
      let moved = decay > 0 ? -log1p(within * expm1(-decay)) / decay : within
      let time = (position.rounded(.down) + moved) * program.slot
      let audience = program.ramp > 0 ? min(1, time / program.ramp) : 1
      if details.uniform() < audience { times.append(time) }
      clock += details.exponential()
    }
    return times
  }

  /// Orders set off by others, generation by generation.
  private func addOffspring(_ times: inout [Double], _ limit: Int) {
    let program = source.program
    var parent = 0
    while parent < times.count, times.count < limit {
      var arrival = details.exponential()
      while arrival < program.branchingRatio {
        times.append(times[parent] + details.exponential() * program.reaction)
        arrival += details.exponential()
      }
      parent += 1
    }
  }
}
