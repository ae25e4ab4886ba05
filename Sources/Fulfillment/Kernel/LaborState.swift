/// Staff of one station beyond its calendar.
struct LaborState: BitwiseCopyable {
  /// On duty by the calendar.
  var scheduled: Int
  /// Who stayed after hours, and until when at most.
  var staying = 0
  var stayEnds: Int64 = 0
  /// When the block of overtime that goes on is over.
  var blockEnds: Int64 = -1
  /// Whether extra staff is called or at work, and how many are at work.
  var isCalled = false
  var called = 0
  var lastChange: Int64 = 0
  /// Integrals over the window [server·µs].
  var overtime: Int64 = 0
  var surge: Int64 = 0

  /// On duty in all.
  var servers: Int { scheduled + staying + called }

  /// Brings the integrals up to an instant.
  mutating func integrate(to now: Int64) {
    overtime &+= Int64(staying) &* (now &- lastChange)
    surge &+= Int64(called) &* (now &- lastChange)
    lastChange = now
  }
}
