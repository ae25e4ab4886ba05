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
  /// Price of each further attempt, and who pays it.
  var perAttempt: Int64 = 0
  var payer = Party.seller
}
