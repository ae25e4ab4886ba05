/// CO2e of a run while it goes on: micrograms by mode, account and part.
struct EmissionBook: ~Copyable {
  private let rows: UnsafeMutablePointer<Int64>

  /// One more for everything posted.
  private static let size = Emissions.size + 1

  init() {
    rows = .allocate(capacity: EmissionBook.size)
    rows.initialize(repeating: 0, count: EmissionBook.size)
  }

  deinit { rows.deallocate() }

  @inline(__always)
  func post(_ mode: Lane.Mode, _ account: Account, tankToWheel: Int64, wellToTank: Int64) {
    rows[Emissions.row(mode, account, .tankToWheel)] &+= tankToWheel
    rows[Emissions.row(mode, account, .wellToTank)] &+= wellToTank
    rows[Emissions.size] &+= tankToWheel &+ wellToTank
  }

  var emissions: Emissions {
    var emissions = Emissions()
    for row in 0..<Emissions.size { emissions.micrograms[row] = rows[row] }
    emissions.posted = rows[Emissions.size]
    return emissions
  }
}

/// Shipments that have come through an itinerary, and their weight.
struct CarriedRow: BitwiseCopyable {
  var shipments: Int64 = 0
  var grams: Int64 = 0
  /// Shipments, lines and units that are charged what only their number decides.
  var counted: Int64 = 0
  var lines: Int64 = 0
  var units: Int64 = 0
}

/// Where vehicles are shared with others, what goods emit is proportional to their number and weight: it is
/// enough to count both per itinerary, and to multiply at the end.
extension Kernel {
  /// Posts a shipment's part of what a vehicle emits on a trip.
  @inline(__always)
  mutating func emit(
    _ mode: Lane.Mode, _ account: Account, _ whole: EmissionRate, _ position: Int64,
    among count: Int64
  ) {
    co2e.post(
      mode, account,
      tankToWheel: share(of: Int64(saturating: whole.tankToWheel), position, among: count),
      wellToTank: share(of: Int64(saturating: whole.wellToTank), position, among: count))
  }

  /// Posts what all shipments have emitted on the legs of their itineraries.
  mutating func postEmissionsOfItineraries() {
    let tables = network.tables
    for (index, itinerary) in tables.itineraries.enumerated() {
      let carried = carried[index]
      if carried.shipments == 0 { continue }
      let first = Int(itinerary.firstEmission)
      for row in tables.itineraryEmissions[first..<first + Int(itinerary.emissionCount)] {
        let leg = tables.emissionLegs[Int(row)]
        func micrograms(_ perShipment: Double, _ perGram: Double) -> Int64 {
          Int64(
            saturating: perShipment * Double(carried.shipments) + perGram * Double(carried.grams))
        }
        co2e.post(
          leg.mode, leg.account,
          tankToWheel: micrograms(leg.perShipment.tankToWheel, leg.perGram.tankToWheel),
          wellToTank: micrograms(leg.perShipment.wellToTank, leg.perGram.wellToTank))
      }
    }
  }
}
