/// The life of one order as a reader sees it.
///
/// Times are ticks of 0.01 s and money millionths of the currency, so that what is shown adds up exactly.
public struct TraceSummary: Sendable {
  /// An instant with what the wall clock showed there.
  public struct Moment: Sendable, Hashable {
    /// Since the start of the scenario's calendar [µs].
    public var microseconds: Int64
    /// Such as "Mon 2026-09-21 14:03:22".
    public var local: String

    public init(microseconds: Int64, local: String) {
      self.microseconds = microseconds
      self.local = local
    }
  }

  public struct Step: Sendable, Hashable {
    public var began: Moment
    public var ended: Moment
    public var what: String
    public var place: String
    public var destination: String?
    public var stage: String
    public var isWait: Bool
    public var ticks: Int64
    /// Cost to serve that was paid at this step [millionths].
    public var cost: Int64

    public init(
      began: Moment, ended: Moment, what: String, place: String, destination: String?,
      stage: String, isWait: Bool, ticks: Int64, cost: Int64
    ) {
      self.began = began
      self.ended = ended
      self.what = what
      self.place = place
      self.destination = destination
      self.stage = stage
      self.isWait = isWait
      self.ticks = ticks
      self.cost = cost
    }
  }

  public struct Shipment: Sendable, Hashable {
    public var site: String
    public var lines: Int
    public var units: Int
    public var awaited: Int
    public var steps: [Step]
    public var arrived: Moment?

    public init(
      site: String, lines: Int, units: Int, awaited: Int, steps: [Step], arrived: Moment?
    ) {
      self.site = site
      self.lines = lines
      self.units = units
      self.awaited = awaited
      self.steps = steps
      self.arrived = arrived
    }
  }

  public struct Posting: Sendable, Hashable {
    public var shipment: Int
    public var account: String
    public var payer: String
    public var payee: String
    public var micros: Int64
    /// Whether it buys a resource that serving takes, or only changes hands.
    public var isCost: Bool

    public init(
      shipment: Int, account: String, payer: String, payee: String, micros: Int64, isCost: Bool
    ) {
      self.shipment = shipment
      self.account = account
      self.payer = payer
      self.payee = payee
      self.micros = micros
      self.isCost = isCost
    }
  }

  public struct Line: Sendable, Hashable {
    public var sku: String
    public var units: Int

    public init(sku: String, units: Int) {
      self.sku = sku
      self.units = units
    }
  }

  public var scenario: String
  public var strategy: String
  public var replication: Int
  public var seed: UInt64
  public var version: String
  public var currency: String
  /// The order's place among the orders of the window, from 1.
  public var order: Int
  public var zone: String
  public var seller: String
  public var lines: [Line]
  public var placed: Moment
  public var promised: Moment
  public var shipments: [Shipment]
  public var postings: [Posting]
  /// "delivered", "lost", "canceled", "refused", "declined" or "open".
  public var end: String
  public var isLate: Bool
  /// The main cause, if it is late and delivered.
  public var cause: String?
  /// Shipment that came last, from 1: its hours are the order's.
  public var lastShipment: Int

  public init(
    scenario: String, strategy: String, replication: Int, seed: UInt64, version: String,
    currency: String, order: Int, zone: String, seller: String, lines: [Line], placed: Moment,
    promised: Moment, shipments: [Shipment], postings: [Posting], end: String, isLate: Bool,
    cause: String? = nil, lastShipment: Int
  ) {
    self.scenario = scenario
    self.strategy = strategy
    self.replication = replication
    self.seed = seed
    self.version = version
    self.currency = currency
    self.order = order
    self.zone = zone
    self.seller = seller
    self.lines = lines
    self.placed = placed
    self.promised = promised
    self.shipments = shipments
    self.postings = postings
    self.end = end
    self.isLate = isLate
    self.cause = cause
    self.lastShipment = lastShipment
  }

  /// Time per stage of the shipment that came last, in the sequence in which stages are first met.
  var stages: [(stage: String, ticks: Int64)] {
    guard shipments.indices.contains(lastShipment - 1) else { return [] }
    var stages: [(stage: String, ticks: Int64)] = []
    for step in shipments[lastShipment - 1].steps where step.ticks > 0 {
      if let index = stages.firstIndex(where: { $0.stage == step.stage }) {
        stages[index].ticks += step.ticks
      } else {
        stages.append((step.stage, step.ticks))
      }
    }
    return stages
  }

  var clickToDoorTicks: Int64 { stages.reduce(0) { $0 + $1.ticks } }

  var costToServe: Int64 { postings.reduce(0) { $0 + ($1.isCost ? $1.micros : 0) } }
}
