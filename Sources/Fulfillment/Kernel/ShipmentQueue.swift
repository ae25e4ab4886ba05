/// A queue of shipments linked through their rows.
struct ShipmentQueue: BitwiseCopyable {
  var first: Int32 = -1
  var last: Int32 = -1
  var count: Int32 = 0
}

extension Arena where Row == ShipmentRow {
  @inline(__always)
  func append(_ slot: Int32, to queue: inout ShipmentQueue) {
    rows[Int(slot)].link = -1
    if queue.last >= 0 {
      rows[Int(queue.last)].link = slot
    } else {
      queue.first = slot
    }
    queue.last = slot
    queue.count &+= 1
  }

  @inline(__always)
  func popFirst(_ queue: inout ShipmentQueue) -> Int32 {
    let slot = queue.first
    queue.first = rows[Int(slot)].link
    if queue.first < 0 { queue.last = -1 } else { prefetch(queue.first) }
    queue.count &-= 1
    return slot
  }

  /// Takes a shipment out of a queue. Complexity: O(shipments in it).
  func unlink(_ slot: Int32, from queue: inout ShipmentQueue) {
    let next = rows[Int(slot)].link
    var previous: Int32 = -1
    if queue.first == slot {
      queue.first = next
    } else {
      previous = queue.first
      while rows[Int(previous)].link != slot { previous = rows[Int(previous)].link }
      rows[Int(previous)].link = next
    }
    if queue.last == slot { queue.last = previous }
    queue.count &-= 1
  }
}
