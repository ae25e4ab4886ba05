public import Quantities

/// The life of one order: all that its time and money went to.
///
/// Instants are µs since the epoch of the run; every one comes with the time zone of its place.
public struct OrderTrace: Sendable {
  /// Time on one stage of one step; the steps of a shipment follow each other without a gap.
  public struct Step: Sendable {
    /// Number of the shipment within the order, from 1.
    public var shipment: Int
    public var stage: Stage
    /// What is done, or waited for.
    public var name: String
    public var place: String
    /// Where it leads, if anywhere else.
    public var destination: String?
    public var from: Int64
    public var to: Int64
    public var timeZone: CivilTimeZone
    /// Step of the shipment's itinerary; -1 before the first.
    var index: Int32
    /// True while it waits, false while something is done with it.
    public var isWait: Bool

    /// Its length in the ticks in which runs count [0.01 s].
    public var ticks: Int64 { StageTimes.tick(to) - StageTimes.tick(from) }
  }

  /// Money that changed hands because of the order [millionths].
  public struct Posting: Sendable {
    public var shipment: Int
    public var account: Account
    public var payer: Party
    public var payee: Party
    public var micros: Int64
    /// The step it was paid for, as an index into `steps`; nil for what is booked at the door.
    public var step: Int?
  }

  public struct Shipment: Sendable {
    public var site: String
    public var lines: Int
    public var units: Int
    /// Units that were not on hand when the order came.
    public var awaited: Int
    public var arrived: Int64?
  }

  public enum End: Sendable, Equatable {
    case delivered(at: Int64, shipped: Int64)
    case lost
    /// Never placed under this strategy: the promise was too slow, or the shop showed nothing left.
    case declined
    /// Before any of it had left, or because it came too late.
    case canceled(at: Int64)
    /// Nobody took it at the door.
    case refused(at: Int64)
    /// Not at the door when the run ended.
    case open
  }

  /// Its place in the sequence of orders of the window, from 1: the same under every strategy.
  public var place: Int
  public var placed: Int64
  /// The latest instant at which it is on time.
  public var deadline: Int64
  public var zone: String
  public var zoneTimeZone: CivilTimeZone
  public var seller: String
  public var lines: [(sku: String, units: Int)] = []
  public var shipments: [Shipment] = []
  public var steps: [Step] = []
  public var postings: [Posting] = []
  public var end = End.open
  /// Why it was late, if it was delivered late.
  public var cause: LateCause?
  /// Shipment that came last, from 1: its hours are the order's.
  public var lastShipment = 1

  public var isLate: Bool {
    if case .delivered(let at, _) = end { return at > deadline }
    return true
  }

  /// Time of the order per stage, in the ticks in which runs count [0.01 s; stages].
  public var stageTicks: [Int64] {
    var ticks = [Int64](repeating: 0, count: Stage.allCases.count)
    for step in steps where step.shipment == lastShipment {
      ticks[Int(step.stage.rawValue)] += step.ticks
    }
    return ticks
  }

  /// From click to door, in the ticks in which runs count [0.01 s].
  public var clickToDoorTicks: Int64? {
    guard case .delivered(let at, _) = end else { return nil }
    return StageTimes.tick(at) - StageTimes.tick(placed)
  }

  /// Cost to serve that the order itself caused [millionths].
  public var costToServe: Int64 {
    postings.reduce(0) { $0 + ($1.account.isCostToServe ? $1.micros : 0) }
  }
}
