/// CO2e factors of means of transport.
extension Lane.Mode {
  /// CO2e per mass of goods and distance [kg/(kg m)]; well to tank from the notes of the table.
  ///
  /// Air is short-haul below 3,700 km. Parcel networks are taken as all trucks at mean load, with the
  /// well-to-tank share of articulated ones. A cargo bike emits by its own way, shared by 20 kg of goods.
  /// - Source: [DEF], [BIKE]; the limit, the parcel networks' share and the bike's load are estimates.
  func emissions(over distance: Double) -> EmissionRate {
    let gramsPerTonKilometer: (Double, Double) =
      switch self {
      case .air: distance < 3_700_000 ? (1278, 205) : (899, 135)
      case .ocean: (16.1, 3.7)
      case .truck: (78, 18)
      case .parcel: (102, 23.5)
      case .van: (628, 150)
      case .bike: (225, 0)
      }
    return EmissionRate(gramsPerTonKilometer.0, upstream: gramsPerTonKilometer.1) * 1e-9
  }
}

extension EmissionRate {
  /// Micrograms per gram of goods over a distance, of kilograms per kilogram and meter.
  func perGram(over distance: Double) -> EmissionRate { self * (distance * 1e6) }

  /// Micrograms over a distance, of kilograms per meter.
  func over(_ distance: Double) -> EmissionRate { self * (distance * 1e9) }

  /// A diesel van, per distance [kg/m]: class III, with its well-to-tank share per ton-kilometer.
  /// - Source: [DEF].
  static let van = EmissionRate(278.8e-6, upstream: 66.6e-6)
}
