internal import CInstructions
internal import RandomVariates

/// What a run draws, keyed by order and purpose.
extension Kernel {
  /// The work of a station on a shipment: one draw, or one for each line or unit.
  @inline(__always)
  mutating func work(of shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow) -> Int64 {
    var draws = 1
    if step.flags.contains(.perLine) {
      draws = Int(shipment.pointee.lines)
    } else if step.flags.contains(.perUnit) {
      draws = Int(shipment.pointee.units)
    }
    if draws == 1 { return duration(step, for: shipment) }
    let law = view.laws + Int(step.law)
    let entity = entity(of: shipment)
    var work: Int64 = 0
    if law.isSampledAtOnce(draws, &stream) {
      let variates = law.samples(draws, &stream, at: seats + Int(step.purpose), entity: entity)
      for draw in 0..<draws { work = min(work &+ microseconds(variates[draw]), endless) }
      return work
    }
    if !law.pointee.isConstant { stream.seat(seats[Int(step.purpose)], entity: entity) }
    for _ in 0..<draws { work = min(work &+ duration(step.law), endless) }
    return work
  }

  /// Seats the stream on what a purpose draws for a shipment.
  @inline(__always)
  mutating func seat(_ purpose: Int32, order: UInt64, part: UInt64) {
    stream.seat(seats[Int(purpose)], entity: order << OrderNumber.partBits | part)
  }

  /// The first draw of a step's law for a shipment, as ``duration(_:)`` gives it.
  @inline(__always)
  mutating func duration(_ step: StepRow, for shipment: UnsafeMutablePointer<ShipmentRow>) -> Int64
  {
    let entity = entity(of: shipment)
    return microseconds(
      (view.laws + Int(step.law)).sample(&stream, at: seats + Int(step.purpose), entity: entity))
  }

  /// What a shipment's draws are keyed by, besides their purpose.
  @inline(__always)
  mutating func entity(of shipment: UnsafeMutablePointer<ShipmentRow>) -> UInt64 {
    let number = orders.rows[Int(shipment.pointee.order)].number
    return number << OrderNumber.partBits | UInt64(shipment.pointee.ordinal)
  }

  /// One draw of a law, in whole microseconds, not negative and at most `endless`.
  @inline(__always)
  mutating func duration(_ law: Int32) -> Int64 {
    microseconds(view.laws[Int(law)].sample(&stream))
  }

  @inline(__always)
  mutating func microseconds(_ seconds: Double) -> Int64 {
    let span = seconds * 1e6
    return span > 0 ? (span < Double(endless) ? truncated(span + 0.5) : endless) : 0
  }

  /// A span that ends after the run whenever it begins: heavy tails are cut here, so that sums fit.
  @inline(__always)
  var endless: Int64 { clock.limit &+ 1 }

  /// The instant some seconds after another; beyond the run, one that is as good.
  @inline(__always)
  mutating func instant(_ seconds: Double, after start: Int64) -> Int64 {
    let span = seconds * 1e6
    return min(start &+ (span < Double(endless) ? truncated(span) : endless), 2 &* endless)
  }
}
