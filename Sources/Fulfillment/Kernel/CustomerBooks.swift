internal import DiscreteEvent
internal import Foundation

/// What the kernel keeps of orders and shipments beside their rows, where customers may do more than wait.
struct CustomerBooks: ~Copyable {
  var orders = SideTable<OrderCare>()
  var shipments = SideTable<ShipmentCare>()
  var lockers = SideTable<LockerState>()
  var tally = CustomerTally()
}

/// What is kept of an order alive, beside its row.
struct OrderCare: BitwiseCopyable {
  /// When it is canceled unless some of it has left its origin by then; `.max`: never.
  var cancelAt: Int64 = .max
  /// The event of the cancellation.
  var event = EventHandle.none
  /// First of its shipments, linked through `ShipmentCare.next`.
  var firstShipment: Int32 = -1
  /// First of those that are parked, linked through `ShipmentCare.nextParked`.
  var firstParked: Int32 = -1
  /// Parcels on their way back.
  var back: UInt16 = 0
  /// Whether a shipment was refused, or nobody was there to take it.
  var isRefused = false
}

/// What is kept of a shipment alive, beside its row.
struct ShipmentCare: BitwiseCopyable {
  /// Next shipment of its order; valid as long as none of them has left its origin.
  var next: Int32 = -1
  var nextParked: Int32 = -1
  /// Delivery attempts that have failed.
  var attempts: UInt8 = 0
  /// On its way back undelivered.
  var isUndelivered = false
  /// On its way back with all that came.
  var isWhole = false
  /// Fees to be given back that are counted order by order [millionths].
  var shipping: Int64 = 0
  var referral: Int64 = 0
}

/// Counters of what customers do; of observed orders but for the last three.
struct CustomerTally: BitwiseCopyable {
  var ordersCanceled = 0
  var ordersRefused = 0
  /// Delivered orders of which something was returned, and their parcels.
  var ordersReturned = 0
  var parcelsReturned = 0
  var unitsReturned = 0
  /// Of shipments that went back to their sender.
  var unitsUndelivered = 0
  /// Parcels of either kind that have come back.
  var parcelsBack = 0
  var unitsBack = 0
  var unitsWrittenOff = 0
  /// Shipments that were brought to a door where nobody may be, how many of them for naught, and all attempts.
  var firstAttempts = 0
  var firstMissed = 0
  var attempts = 0
  /// Units of all orders that set off on a way back, and where they ended.
  var unitsSentBack = 0
  var unitsRestocked = 0
  var unitsLost = 0
}
/// Rows beside those of an arena, at the same slots; no memory until the first is asked for.
struct SideTable<Row: BitwiseCopyable>: ~Copyable {
  private(set) var rows: UnsafeMutablePointer<Row>
  private var capacity = 0

  init() { rows = SideTable.resized(nil, to: 1) }

  deinit { free(rows) }

  /// Writes the row of a slot.
  @inline(__always)
  mutating func set(_ slot: Int32, _ row: Row) {
    if Int(slot) >= capacity { grow(to: Int(slot) + 1) }
    rows[Int(slot)] = row
  }

  @inline(never)
  private mutating func grow(to count: Int) {
    let larger = max(1024, count + count / 2)
    rows = SideTable.resized(rows, to: larger)
    capacity = larger
  }

  private static func resized(_ block: UnsafeMutablePointer<Row>?, to count: Int)
    -> UnsafeMutablePointer<Row>
  {
    guard let memory = realloc(block, count * MemoryLayout<Row>.stride) else {
      fatalError("out of memory for \(count) rows")
    }
    return memory.bindMemory(to: Row.self, capacity: count)
  }
}

extension Kernel {
  /// Copies the counters of what customers did, and checks that all goods sent back are somewhere.
  mutating func closeCustomers() {
    let counts = customers.tally
    outcome.ordersCanceled = counts.ordersCanceled
    outcome.ordersRefused = counts.ordersRefused
    outcome.afterSales = AfterSalesOutcome(counts)
    countLockers()
    var onTheWay = 0
    lines.forEachAlive { if $0.site < 0 { onTheWay += Int($0.units) } }
    outcome.afterSales.unitsOnTheWayBack = onTheWay
    if counts.unitsSentBack != counts.unitsRestocked + counts.unitsLost + onTheWay {
      violation(
        "units sent back (\(counts.unitsSentBack)) are not restocked, written off and on their way (\(counts.unitsRestocked) + \(counts.unitsLost) + \(onTheWay))"
      )
    }
  }
}
