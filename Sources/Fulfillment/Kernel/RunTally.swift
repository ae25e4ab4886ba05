/// Counters that every order touches.
struct RunTally: BitwiseCopyable {
  var ordersSimulated = 0
  var ordersPlaced = 0
  var ordersDelivered = 0
  var ordersLost = 0
  /// Sellers' margins on lost orders [millionths].
  var marginLost: Int64 = 0
  var ordersOnTime = 0
  var ordersAsPromised = 0
  var ordersSplit = 0
  var ordersInRegion = 0
  var shipments = 0
  var unitsDemanded = 0
  var unitsFilled = 0
  var unitsDelivered = 0
  var clickToDoorTicks: Int64 = 0
  var clickToShipTicks: Int64 = 0
  var openTicks: Int64 = 0
  var orderHash: UInt64 = 0
  var stageMismatches = 0
  /// Orders of the minute that runs, when it ends, and most orders of a minute.
  var minuteCount = 0
  var minuteEnd: Int64 = 0
  var minuteMaximum = 0
}
