internal import Quantities

/// An order alive. 56 bytes.
struct OrderRow: BitwiseCopyable {
  var number: UInt64
  var placed: Int64
  /// Latest delivery and latest hand-over of its shipments so far.
  var delivered: Int64
  var shipped: Int64
  var firstLine: Int32
  var zone: Int32
  /// Shipment that was delivered last so far, kept until the order ends.
  var critical: Int32
  var remaining: UInt16
  var isObserved: Bool

  /// `critical` of an order that has ended and is only kept for what still moves of it.
  static var ended: Int32 { -2 }
}

/// A shipment alive. 64 bytes, one cache line.
struct ShipmentRow: BitwiseCopyable {
  /// When what it does now began.
  var since: Int64
  var order: Int32
  var step: Int32
  var itinerary: Int32
  var site: Int32
  /// Next in the queue it stands in, or units it waits for.
  var link: Int32
  var units: Int32
  var lines: UInt8
  /// Number of the shipment within its order.
  var ordinal: UInt8
  var state = ShipmentState.moving
  var marks: ShipmentMarks = []
  var stages: StageTimes
}

/// Where a shipment is, so that it can be taken from there.
enum ShipmentState: UInt8, BitwiseCopyable {
  /// Nowhere, or on its way to its next step at a known time.
  case moving
  case awaitingStock, queued, inWork
  /// Held for a departure, or for a round.
  case held, awaitingRound
  /// Ready to leave its origin at a time at which its order will be canceled already.
  case parked
  /// Gone: its row is kept only until it is met where it stood.
  case gone
}

/// What has happened to a shipment and its times do not tell.
struct ShipmentMarks: OptionSet, BitwiseCopyable {
  var rawValue: UInt8
  /// A departure left its origin after the click and before it was ready.
  static let missedCutOff = ShipmentMarks(rawValue: 1)
}

/// Time per stage in hundredths of a second; differences of rounded instants, so that they add up.
struct StageTimes: BitwiseCopyable {
  private var values: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0, 0, 0, 0, 0, 0, 0
  )

  init() {}

  /// Where a counter stays: 497 days.
  static let maximum = Int64(UInt32.max)

  /// Adds the time from `start` to `end` [µs], up to `maximum`.
  @inline(__always)
  mutating func add(_ stage: Stage, from start: Int64, to end: Int64) {
    let ticks = StageTimes.tick(end) &- StageTimes.tick(start)
    withUnsafeMutableBytes(of: &values) {
      let values = $0.assumingMemoryBound(to: UInt32.self)
      let sum = min(Int64(values[Int(stage.rawValue)]) &+ ticks, StageTimes.maximum)
      values[Int(stage.rawValue)] = UInt32(truncatingIfNeeded: sum)
    }
  }

  @inline(__always)
  subscript(_ index: Int) -> UInt32 {
    withUnsafeBytes(of: values) { $0.assumingMemoryBound(to: UInt32.self)[index] }
  }

  /// Instant, not before the epoch, in whole hundredths of a second.
  @inline(__always)
  static func tick(_ microseconds: Int64) -> Int64 {
    Int64(bitPattern: UInt64(bitPattern: microseconds &+ 5000) / 10_000)
  }
}

/// A line of an order alive.
struct LineRow: BitwiseCopyable {
  var sku: Int32
  var units: Int32
  var site: Int32
  var next: Int32
}

/// Units of one SKU that a shipment waits for, or (-1 - row) another stock.
struct WaitRow: BitwiseCopyable {
  var shipment: Int32
  var units: Int32
  var next: Int32
}

/// Stock of one SKU at one site.
struct StockState: BitwiseCopyable {
  var onHand: Int32
  var onOrder: Int32
  var backordered: Int32
  /// Order when the position is at or below: after a sale, and at a review.
  var reorderPoint: Int32
  var reviewPoint: Int32
  var orderUpTo: Int32
  /// Order in multiples of this; 0: up to `orderUpTo`.
  var quantity: Int32
  /// On order at a supplier without limit, or coming back from where it was refused.
  var pending: Int32 = 0
  var firstWait: Int32 = -1
  var lastWait: Int32 = -1
  var ordersPlaced: UInt32 = 0
  /// Consignments sent to it.
  var dispatches: UInt32 = 0
  var taken: Int64 = 0
  /// Lost in disruptions.
  var lost: Int64 = 0
  var received: Int64 = 0
  var lastChange: Int64 = 0
  /// Integrals over the window [unit·µs]; 128 bits, for ten million units over a month exceed 2^63.
  var onHandTime: Int128 = 0
  var backorderedTime: Int128 = 0
  /// Replenishment orders placed in the window.
  var ordersInWindow: UInt32 = 0
  var receivedInWindow: Int64 = 0

  /// On hand and on order, less what is backordered.
  var position: Int32 { onHand &+ onOrder &- backordered }
}

/// Shipments held for a departure.
struct DepartureState: BitwiseCopyable {
  var queue = ShipmentQueue()
  var isScheduled = false
}

/// Vehicles and shipments of a round.
struct RoundState: BitwiseCopyable {
  var queue = ShipmentQueue()
  var staffed: Int32
  var out: Int32 = 0
  var lastChange: Int64 = 0
  var isScheduled = false
  var nextStaffing: Int32 = 0
  /// Integrals over the window [vehicle·µs].
  var outTime: Int64 = 0
  /// Stops of trips that began in the window.
  var stops: Int64 = 0
  var staffedTime: Int64 = 0
}
