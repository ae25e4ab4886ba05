/// What a source of demand expects of each seller and SKU, if that is not even and by popularity.
public struct DemandExpectation: Sendable {
  /// Orders per day of each of the context's sellers.
  var ordersPerDay: [Double]
  /// Units per day by SKU.
  var unitsPerDay: [Int32: Double]
}
