internal import Foundation
internal import Fulfillment
internal import Quantities
internal import ScenarioFile
public import RandomVariates
public import Reports

/// Which order of which run to follow.
public struct TraceRequest: Sendable, Hashable {
  public enum Choice: Sendable, Hashable {
    /// The order at this place in the sequence of the window, from 1.
    case order(Int)
    /// The first late one, or the one that took longest.
    case late, slowest
    /// None: list those that took longest.
    case list
  }
  public var scenario: String
  /// nil: the scenario's baseline.
  public var strategy: String?
  public var choice: Choice
  /// From 1.
  public var replication: Int
  public var seed: UInt64?
  public var generator: GeneratorKind?

  public init(
    scenario: String, strategy: String? = nil, choice: Choice, replication: Int = 1,
    seed: UInt64? = nil, generator: GeneratorKind? = nil
  ) {
    self.scenario = scenario
    self.strategy = strategy
    self.choice = choice
    self.replication = replication
    self.seed = seed
    self.generator = generator
  }
}

/// One order's life, or orders to choose from.
public enum TraceResult: Sendable {
  case order(TraceSummary)
  case list(TraceList)
}

enum Tracing {
  static func run(_ request: TraceRequest) throws(Failure) -> TraceResult {
    let loaded = try LoadedScenario(request.scenario)
    let model = loaded.model
    let experiment = model.scenario.experiment
    let name = request.strategy ?? experiment.baseline?.value ?? model.strategyNames[0]
    guard let strategy = model.strategyNames.firstIndex(of: name) else {
      throw .unknown(name: name, kind: "strategy", known: model.strategyNames)
    }
    let run = RunSeed(
      seed: request.seed ?? UInt64(experiment.seed), replication: request.replication - 1,
      generator: request.generator ?? .philox4x64)
    var place = 0
    switch request.choice {
    case .order(let number): place = number
    case .late:
      guard
        let late = model.roster(strategy: strategy, run).first(where: {
          $0.isLate && $0.isDelivered
        })
      else { throw .usage("no order of '\(name)' was delivered late in this replication") }
      place = late.place
    case .slowest:
      guard let slowest = model.roster(strategy: strategy, run).slowest(1).first else {
        throw .usage("no order of '\(name)' was delivered in this replication")
      }
      place = slowest.place
    case .list: return .list(list(model, strategy, run))
    }
    let (trace, orders) = model.trace(order: place, strategy: strategy, run)
    guard let trace else {
      throw .usage(
        "there is no order \(place): \(orders) \(orders == 1 ? "order comes" : "orders come") in"
          + " during the window of replication \(request.replication)")
    }
    return .order(summary(trace, of: model, strategy, request, run))
  }

  private static func list(_ model: Model, _ strategy: Int, _ run: RunSeed) -> TraceList {
    let roster = model.roster(strategy: strategy, run)
    return TraceList(
      heading: "The slowest of \(roster.count) orders; follow one with --order N",
      entries: roster.slowest(10).map { trace in
        TraceList.Entry(
          order: trace.place,
          placed: model.moment(trace.placed, in: trace.zoneTimeZone).local, zone: trace.zone,
          ticks: trace.clickToDoorTicks, end: trace.isLate ? "late" : "on time")
      })
  }

  private static func summary(
    _ trace: OrderTrace, of model: Model, _ strategy: Int, _ request: TraceRequest, _ run: RunSeed
  ) -> TraceSummary {
    let end =
      switch trace.end {
      case .delivered: "delivered"
      case .lost: "lost"
      case .declined: "declined"
      case .canceled: "canceled"
      case .refused: "refused"
      case .open: "open"
      }
    return TraceSummary(
      scenario: model.scenario.name, strategy: model.strategyNames[strategy],
      replication: request.replication, seed: run.seed, version: Version.current,
      currency: model.scenario.currency, order: trace.place, zone: trace.zone,
      seller: trace.seller,
      lines: trace.lines.map { TraceSummary.Line(sku: $0.sku, units: $0.units) },
      placed: model.moment(trace.placed, in: trace.zoneTimeZone),
      promised: model.moment(trace.deadline, in: trace.zoneTimeZone),
      shipments: trace.shipments.indices.map { shipment(trace, $0, model) },
      postings: trace.postings.map {
        TraceSummary.Posting(
          shipment: $0.shipment, account: $0.account.name, payer: $0.payer.name,
          payee: $0.payee.name, micros: $0.micros, isCost: $0.account.isCostToServe)
      }, end: end, isLate: trace.isLate,
      cause: trace.cause?.name.replacing("_", with: " "), lastShipment: trace.lastShipment)
  }

  private static func shipment(_ trace: OrderTrace, _ index: Int, _ model: Model)
    -> TraceSummary.Shipment
  {
    let shipment = trace.shipments[index]
    let steps = trace.steps.indices.filter { trace.steps[$0].shipment == index + 1 }
    return TraceSummary.Shipment(
      site: shipment.site, lines: shipment.lines, units: shipment.units, awaited: shipment.awaited,
      steps: steps.map { number in
        let step = trace.steps[number]
        return TraceSummary.Step(
          began: model.moment(step.from, in: step.timeZone),
          ended: model.moment(step.to, in: step.timeZone), what: step.name, place: step.place,
          destination: step.destination, stage: step.stage.name, isWait: step.isWait,
          ticks: step.ticks,
          cost: trace.postings.reduce(0) {
            $0 + ($1.step == number && $1.account.isCostToServe ? $1.micros : 0)
          })
      }, arrived: shipment.arrived.map { model.moment($0, in: trace.zoneTimeZone) })
  }
}

extension OrderTrace {
  var isDelivered: Bool { clickToDoorTicks != nil }
}

extension [OrderTrace] {
  fileprivate func slowest(_ count: Int) -> [OrderTrace] {
    let delivered = filter(\.isDelivered).sorted {
      ($1.clickToDoorTicks!, $0.place) < ($0.clickToDoorTicks!, $1.place)
    }
    return Array(delivered.prefix(count))
  }
}

extension Model {
  /// "Mon 2026-09-21 14:03:22", with the instant itself.
  fileprivate func moment(_ instant: Int64, in timeZone: CivilTimeZone) -> TraceSummary.Moment {
    let local = local(instant, in: timeZone)
    let time = local.time
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let clock = "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    let day = local.date.weekday.shortName.capitalized
    return TraceSummary.Moment(
      microseconds: instant, local: "\(day) \(local.date) \(clock)")
  }
}
