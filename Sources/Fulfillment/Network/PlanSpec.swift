/// What one site does by the clock with its stock rows.
struct PlanSpec: Sendable {
  var site: Int
  /// Its rows of the stocks.
  var rows: Range<Int>
  /// Reviews; -1: at every sale.
  var timetable: Int32 = -1
  /// Length of a forecast's period [µs]; 0: no forecast.
  var forecastEvery: Int64 = 0
  var filter = ForecastFilter(weights: [])
  var policy: any ReplenishmentPolicy
  /// SKUs kept at most: those with the highest forecasts.
  var keepsMost: Int
}

/// Where a site's goods come from besides its supplier.
struct InboundSpec: BitwiseCopyable {
  /// Sister sites that help out, nearest first.
  var firstSister: Int32 = 0
  var sisterCount: Int32 = 0
  /// Units that they do not give away.
  var sistersKeep: Int32 = 0
}

/// A site that helps another one out, and the way between them.
struct Sister: BitwiseCopyable {
  var site: Int32
  var itinerary: Int32
}

/// Room at one site, in cubic centimeters or in units.
struct SpaceSpec: BitwiseCopyable {
  /// -1: no limit.
  var limit: Int64 = -1
  var refuses = false
  /// Whether it is counted in cubic centimeters.
  var isVolume = false
  /// Millionths per cubic centimeter or unit and second.
  var overflowPerSecond = 0.0
}
