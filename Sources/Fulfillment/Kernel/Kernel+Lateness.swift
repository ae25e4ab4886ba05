/// Why orders are late.
extension Kernel {
  /// The main cause of a late order: the promised time is allotted to the stages in proportion to what the
  /// way takes on average when nothing is short, and the stage that overran its part the most is the cause.
  ///
  /// What the stages overran adds up to what the order was late. A wait for a departure counts as a missed
  /// cut-off where a departure from the origin left after the click and before the order was ready.
  mutating func lateCause(
    of shipment: UnsafeMutablePointer<ShipmentRow>, placed: Int64, deadline: Int64
  ) -> LateCause {
    let stages = Stage.allCases.count
    let plan = view.plannedTicks + Int(shipment.pointee.itinerary) &* stages
    var total: Float = 0
    for stage in 0..<stages { total += plan[stage] }
    let promised = Float(max(0, deadline &- placed)) / 10_000
    let allotted = total > 0 ? promised / total : 0
    var main = 0
    var largest = -Float.infinity
    for stage in 0..<stages {
      let excess = Float(shipment.pointee.stages[stage]) - plan[stage] * allotted
      if excess > largest {
        largest = excess
        main = stage
      }
    }
    let cause = LateCause(Stage(rawValue: UInt8(main)).unsafelyUnwrapped)
    if cause == .departure, shipment.pointee.marks.contains(.missedCutOff) {
      return .missedCutOff
    }
    return cause
  }

  /// Books why an order that is at the door is late.
  @inline(never)
  mutating func explain(
    _ order: OrderRow, _ critical: UnsafeMutablePointer<ShipmentRow>, deadline: Int64
  ) -> LateCause {
    if isDisrupted || lateOrders != nil, noteLate(order.number, brokenAt: deadline) {
      return .disruption
    }
    let cause = lateCause(of: critical, placed: order.placed, deadline: deadline)
    books.lateCauses[Int(cause.rawValue)] &+= 1
    return cause
  }

  /// Marks a shipment that leaves its origin if it was too late for a departure that left after its click.
  ///
  /// - Parameters:
  ///   - leaves: When it departs.
  ///   - ready: When it stood at the dock.
  @inline(__always)
  mutating func markMissed(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, in timetable: Int32, cutOff: Int64,
    ready: Int64, leaves: Int64
  ) {
    guard leaves < .max else { return }
    let before = view.previous(
      in: timetable, before: leaves, cursor: Int(timetableCursors[Int(timetable)]))
    let order = orders.rows + Int(shipment.pointee.order)
    if before > .min, before &- cutOff >= order.pointee.placed, before &- cutOff < ready {
      shipment.pointee.marks.insert(.missedCutOff)
    }
  }
}
