/// How long vehicles take at speeds that change by the hour.
extension Kernel {
  /// When a vehicle that sets off at `start` has come so far [m] at a speed [m/s] and what the hours make of
  /// it.
  @inline(__always)
  mutating func drive(_ meters: Double, at speed: Double, from start: Int64, _ spec: RoundSpec)
    -> Int64
  {
    let seconds = meters / speed
    return spec.speeds < 0
      ? instant(seconds, after: start) : drive(seconds, from: start, by: spec.speeds)
  }

  /// When something is over that would take so long at full speed [s].
  private mutating func drive(_ seconds: Double, from start: Int64, by row: Int32) -> Int64 {
    // What is left, as time at full speed [µs].
    var left = seconds * 1e6
    var now = start
    let hours = view.speeds[Int(row)]
    var index = hours.period.index(at: start)
    while index + 1 < hours.count {
      let possible = Double(hours.period.starts[index + 1] &- now) * hours.factors[index]
      if left <= possible { break }
      left -= possible
      now = hours.period.starts[index + 1]
      index += 1
    }
    return instant(left * 1e-6 / hours.factors[index], after: now)
  }

  /// Stops that a vehicle can make before it must be back, with mean times at the doors.
  mutating func stops(within end: Int64, from start: Int64, _ tour: Tour, _ spec: RoundSpec) -> Int
  {
    var time = drive(tour.stem, at: spec.stemSpeed, from: start, spec)
    var count = 0
    while count < Int(spec.capacity) {
      time = drive(tour.leg, at: spec.speed, from: time, spec)
      time = instant(tour.serviceMean, after: time)
      if drive(tour.stem, at: spec.stemSpeed, from: time, spec) > end { break }
      count += 1
    }
    return max(1, count)
  }
}

/// A tour through one zone [m]: way to it, way from stop to stop, and how many stops fit.
struct Tour {
  var stem = 0.0
  var leg = 0.0
  var serviceMean = 0.0
  var stops = 1
}
