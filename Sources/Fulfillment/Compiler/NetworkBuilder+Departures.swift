internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// Departures and what their vehicles take.
extension NetworkBuilder {
  /// The departure of vehicles with this key; warns of goods that they do not take.
  func departure(
    _ departures: Departures, timetable: Int32, perTrip: Int64, account: Account,
    payer: Party = .facilityOperator, mode: Lane.Mode = .truck,
    co2e: EmissionRate = EmissionRate(), key: String, at location: SourceLocation?
  ) -> Int32 {
    if let row = departureRows[key] { return row }
    let spec = DepartureSpec(
      timetable: timetable, cutOff: Int64(departures.cutOff * 1e6),
      capacity: Int32(departures.capacity ?? 0),
      grams: departures.payload.map { max(1, Int64(saturating: $0 * 1e3)) } ?? 0,
      volume: departures.volume.map { max(1, Int64(saturating: $0 * 1e6)) } ?? 0,
      vehicles: Int32(departures.vehicles), perTrip: perTrip, account: account,
      payer: payer, mode: mode, co2e: co2e)
    warnOfLarge(spec, departures, at: location)
    return departure(spec, key: key)
  }

  /// The departure with this key, made when first asked for.
  func departure(_ spec: DepartureSpec, key: String) -> Int32 {
    if let row = departureRows[key] { return row }
    let row = Int32(tables.departures.count)
    tables.departures.append(spec)
    departureRows[key] = row
    return row
  }

  /// Warns of goods of which a single unit is more than a vehicle takes.
  private func warnOfLarge(
    _ spec: DepartureSpec, _ departures: Departures, at location: SourceLocation?
  ) {
    let skus = market.skus
    func warn(_ sku: Int, _ size: String, _ limit: String) {
      sink.warning(
        "larger-than-vehicle",
        "a unit of '\(skus.names[sku])' has \(size), and a vehicle takes \(limit)", at: location,
        help: ["each such shipment has a vehicle to itself: look at the vehicle and at the goods"])
    }
    if spec.grams > 0, let sku = skus.grams.indices.max(by: { skus.grams[$0] < skus.grams[$1] }),
      Int64(skus.grams[sku]) > spec.grams
    {
      let weight = NumberText.short(Double(skus.grams[sku]) * 1e-3)
      warn(sku, "\(weight) kg", "\(NumberText.short(Double(spec.grams) * 1e-3)) kg")
    }
    if spec.volume > 0,
      let sku = skus.volume.indices.max(by: { skus.volume[$0] < skus.volume[$1] }),
      SKUTable.cubicCentimeters(skus.volume[sku]) > spec.volume
    {
      let volume = NumberText.short(skus.volume[sku])
      warn(sku, "\(volume) m3", "\(NumberText.short(Double(spec.volume) * 1e-6)) m3")
    }
  }
}

extension SKUTable {
  /// Whole cubic centimeters of a volume [m3].
  static func cubicCentimeters(_ volume: Double) -> Int64 { Int64(saturating: volume * 1e6) }
}
