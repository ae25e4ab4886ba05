internal import Quantities
public import ScenarioFile

/// What the shop shows as in stock, and so sells: each channel counts down by itself what it sells, and hears of the
/// stock, of other channels' sales and of replenishment only at intervals.
///
/// A channel that shows less of a SKU than is asked for is sold out, and the customer leaves. One that shows
/// more than there is oversells: what happens then is `shortage`. A buffer keeps units back from all channels.
public struct Listing: Configurable {
  public var interval = 900.0
  public var buffer = 0

  public init() {}

  public static let summary = "Stock as shown to customers, updated at intervals, less a buffer."
  public static let parameters: [Parameter<Listing>] = [
    .quantity(
      "interval", \.interval, .time, 0.1...14_400, "Time between updates of what is shown.",
      unit: "min"),
    .integer(
      "buffer", \.buffer, 0...1_000_000,
      "Units of each SKU kept back from sale, all sites together."
    ),
  ]
}
