internal import DiscreteEvent
internal import Quantities

/// Share of delivered orders that were at the door within some times, to the half percent of a time that the
/// distribution resolves; and until the end of some days after the click's, exactly.
enum DeliveredWithin: KPI {
  static func measures(on network: Network) -> [Measure] {
    network.tables.within.map {
      Measure(
        "delivered_within.\(TimeSpan(seconds: $0).name)", unit: "share", goal: .higher)
    }
      + network.tables.dayLimits.map {
        Measure("delivered_within.\($0.name)", unit: "share", goal: .higher)
      }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    network.tables.within.map {
      .share(outcome.clickToDoor.count(atMost: $0 / 3600), of: outcome.clickToDoor.count)
    } + outcome.deliveredWithinDays.map { .share($0, of: outcome.ordersDelivered) }
  }
}

extension TimeSpan {
  /// In hours or minutes, whichever is whole: "36h", "15min", "0.5min".
  fileprivate var name: String {
    let minutes = Double(microseconds) / 60e6
    let isHours = minutes.truncatingRemainder(dividingBy: 60) == 0
    let (value, unit) = isHours ? (minutes / 60, "h") : (minutes, "min")
    return value == value.rounded() ? "\(Int(value))\(unit)" : "\(value)\(unit)"
  }
}
