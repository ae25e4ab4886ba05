/// What happens at the end of an itinerary, where that is more than a delivery.
struct EndSpec: Hashable, BitwiseCopyable {
  /// Goods go back to where they came from: the end of a way back.
  var isReturn = false
  /// Attempts at which nobody takes the parcel, and how many are made at most.
  var failure = 0.0
  var attempts: Int32 = 1
  /// From a failed attempt until the parcel is ready for another [µs], and the calendar in which that
  /// must fall; -1 for none.
  var again: Int64 = 0
  var calendar: Int32 = -1
  /// Steps to go back for another attempt.
  var back: Int32 = 0
  /// Lockers that the parcel is brought to, and whether it goes to the door where they are full; -1: to the
  /// door.
  var locker: Int32 = -1
  var overflowsToDoor = false
  /// Price of each further attempt, or of bringing it to the door after all, and who pays it.
  var perAttempt: Int64 = 0
  var payer = Party.seller
}

/// A bank of lockers.
struct LockerSpec: Sendable {
  var name: String
  var compartments: Int
  /// Row of the law of the time until a parcel is collected, and the longest such time [µs].
  var collection: Int32
  var hold: Int64
}

/// What the loop needs of lockers.
struct LockerView: BitwiseCopyable {
  var compartments: Int32
  var collection: Int32
  var hold: Int64
}
