extension Estimate {
  /// The mean of one long stationary series, its error from the means of consecutive batches.
  ///
  /// For verification of models in steady state only: inference of strategies rests on
  /// replications.
  ///
  /// - Parameters:
  ///   - series: In time order; what is left over at its end is not used.
  ///   - batches: 10 to 30 are enough [schmeiser1982].
  /// - Returns: nil with fewer observations than batches.
  public static func batchMeans(of series: [Double], batches: Int = 20) -> Estimate? {
    precondition(batches >= 2, "at least two batches")
    let size = series.count / batches
    guard size >= 1 else { return nil }
    return mean(
      of: (0..<batches).map { j in
        series[j * size..<(j + 1) * size].reduce(0, +) / Double(size)
      })
  }
}
