/// What disruptions do to one step; -1 for nothing.
struct StepEffect: BitwiseCopyable, Sendable {
  /// Set of disruptions during which it cannot begin.
  var hold: Int32 = -1
  /// Set of disruptions during which its time stands still.
  var pause: Int32 = -1
  /// Row of the factors on its time.
  var slow: Int32 = -1
}
