/// What one shipment on an itinerary costs on one account [millionths of the currency].
///
/// amount = perShipment + perLine·lines + perUnit·units + perKilogram·weight + perValue·value + rate(weight)
struct Charge: Hashable, BitwiseCopyable {
  var account: Account
  var payer: Party
  var payee: Party
  var perShipment: Int64 = 0
  var perLine: Int64 = 0
  var perUnit: Int64 = 0
  /// Millionths per gram.
  var perGram: Double = 0
  /// Share of the merchandise value.
  var perValue: Double = 0
  /// Value that a shipment must exceed for `perValue` to apply.
  var aboveValue: Int64 = 0
  /// First row and number of rows of the rate card, if any.
  var firstRate: Int32 = 0
  var rateCount: Int32 = 0
}

/// One weight class of a rate card: the price up to a weight.
struct Rate: Hashable, BitwiseCopyable {
  var upToGrams: Double
  var price: Int64
  /// Beyond the last class: millionths per further gram.
  var perFurtherGram: Double
}
