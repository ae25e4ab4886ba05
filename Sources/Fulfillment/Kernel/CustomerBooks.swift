internal import DiscreteEvent
internal import Foundation

/// What the kernel keeps of orders and shipments beside their rows, where customers may do more than wait.
struct CustomerBooks: ~Copyable {
  var orders = SideTable<OrderCare>()
  var shipments = SideTable<ShipmentCare>()
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
}

/// What is kept of a shipment alive, beside its row.
struct ShipmentCare: BitwiseCopyable {
  /// Next shipment of its order; valid as long as none of them has left its origin.
  var next: Int32
  var nextParked: Int32 = -1
}

/// Counters of what customers do; of observed orders.
struct CustomerTally: BitwiseCopyable {
  var ordersCanceled = 0
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
