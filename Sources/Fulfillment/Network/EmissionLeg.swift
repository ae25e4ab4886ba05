/// CO2e of one unit of something: burned on the way, and emitted before (tank to wheel, well to tank).
public struct EmissionRate: Hashable, Sendable, BitwiseCopyable {
  public var tankToWheel = 0.0
  public var wellToTank = 0.0

  public init(_ tankToWheel: Double = 0, upstream wellToTank: Double = 0) {
    self.tankToWheel = tankToWheel
    self.wellToTank = wellToTank
  }

  var isZero: Bool { tankToWheel == 0 && wellToTank == 0 }

  static func * (rate: EmissionRate, factor: Double) -> EmissionRate {
    EmissionRate(rate.tankToWheel * factor, upstream: rate.wellToTank * factor)
  }
}

/// What goods emit on one leg of an itinerary where vehicles are shared with others [µg per shipment and
/// per gram].
struct EmissionLeg: Hashable, BitwiseCopyable {
  var mode: Lane.Mode
  var account: Account
  var perShipment = EmissionRate()
  var perGram = EmissionRate()
}

extension NetworkTables {
  /// Means of transport and parts of the way that may emit anything, in their order.
  var emitters: (modes: [Lane.Mode], accounts: [Account]) {
    var modes = Set(emissionLegs.map(\.mode))
    var accounts = Set(emissionLegs.map(\.account))
    for spec in departures where !spec.co2e.isZero {
      modes.insert(spec.mode)
      accounts.insert(spec.account)
    }
    for spec in rounds where !spec.co2e.isZero {
      modes.insert(spec.mode)
      accounts.insert(.lastMile)
    }
    return (
      Lane.Mode.allCases.filter(modes.contains), Account.allCases.filter(accounts.contains)
    )
  }
}
