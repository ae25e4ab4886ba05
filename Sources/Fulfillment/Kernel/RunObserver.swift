/// Who is told everything that happens to orders while a run goes on.
///
/// The kernel is compiled once for each observer; with `Unwatched` nothing of it is left.
protocol RunObserver {
  static var isOn: Bool { get }
  /// True when it has seen all it wants to see: the run may stop.
  var isSatisfied: Bool { get }
  /// An order comes in, before anything is decided about it.
  mutating func place(_ order: PlacedOrder)
  mutating func note(_ fact: Fact)
  /// A posting that belongs to no order: what is paid for a whole window.
  mutating func noteOverhead(_ posting: Fact.Posting)
}

/// Nobody watches.
struct Unwatched: RunObserver {
  static var isOn: Bool { false }
  var isSatisfied: Bool { false }
  mutating func place(_ order: PlacedOrder) {}
  mutating func note(_ fact: Fact) {}
  mutating func noteOverhead(_ posting: Fact.Posting) {}
}

/// An order as it comes in.
struct PlacedOrder {
  var number: UInt64
  /// [µs since the epoch].
  var at: Int64
  var deadline: Int64
  var zone: Int32
  var seller: Int32
  var lines: [OrderLine]
  var isObserved: Bool
}

/// Something that has happened to a shipment.
struct Fact {
  struct Posting: Hashable {
    var account: Account
    var payer: Party
    var payee: Party
    var micros: Int64
  }

  enum What {
    /// Ships from a site on an itinerary; `awaited` units are not on hand.
    case sourced(site: Int32, itinerary: Int32, units: Int32, lines: Int, awaited: Int32)
    /// Time passed, at a step of the itinerary or (-1) waiting for stock.
    case spent(stage: Stage, step: Int32, from: Int64, to: Int64)
    /// Paid at a step of the itinerary.
    case posted(Posting, step: Int32)
    case arrived(at: Int64)
    /// Its order is delivered, and this shipment was the last of it.
    case closed(delivered: Int64, shipped: Int64, cause: LateCause?)
    case lost
    /// The customer did not order: the promise was too slow, or the shop showed nothing left.
    case declined
    case canceled(at: Int64)
    case refused(at: Int64)
    /// Nothing moves of an order any more that had ended before.
    case settled
  }

  var order: UInt64
  var shipment: UInt8
  var isObserved: Bool
  var what: What
}

extension Kernel where Observer == Unwatched {
  init(_ network: Network, run: RunSeed) {
    self.init(network, run: run, observer: Unwatched())
  }
}
