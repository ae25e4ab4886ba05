/// What one shipment on an itinerary costs on one account [millionths of the currency].
///
/// amount = perShipment + perLine·lines + perUnit·units + perKilogram·weight + perValue·value + rate(weight)
///
/// The weight is the chargeable one: the goods' own, or that which their volume counts as.
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
  /// Volume counts as this weight where that is more than the goods' own [g/cm3]; 0: never.
  var gramsPerVolume = 0.0
  /// Only of shipments heavier [g] or bulkier [cm3] than this; 0: no such condition.
  var overGrams: Int64 = 0
  var overVolume: Int64 = 0

  /// Kept with the row so that the loop looks at one byte: `hasTerms` of the fields above.
  var isPlain = true

  /// True unless only the goods' own weight counts, for every shipment alike.
  var hasTerms: Bool { gramsPerVolume > 0 || overGrams > 0 || overVolume > 0 }

  /// Weight that is charged for [g]; nil where the charge does not apply to the shipment.
  func chargeableWeight(grams: Int64, volume: Int64) -> Double? {
    let weight = max(Double(grams), gramsPerVolume * Double(volume))
    guard overGrams > 0 || overVolume > 0 else { return weight }
    let isOver =
      overGrams > 0 && weight > Double(overGrams) || overVolume > 0 && volume > overVolume
    return isOver ? weight : nil
  }

  /// Whether it grows with shipments, lines and units alone, so that those of a run can be charged at once.
  var isCounted: Bool { perGram == 0 && perValue == 0 && rateCount == 0 && !hasTerms }

  var usesVolume: Bool { gramsPerVolume > 0 || overVolume > 0 }
}

/// One weight class of a rate card: the price up to a weight.
struct Rate: Hashable, BitwiseCopyable {
  var upToGrams: Double
  var price: Int64
  /// Beyond the last class: millionths per further gram.
  var perFurtherGram: Double
}
