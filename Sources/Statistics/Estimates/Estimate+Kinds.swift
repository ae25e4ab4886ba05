extension Estimate {
  /// The mean of one value per replication; nil without values.
  public static func mean(of values: [Double]) -> Estimate? {
    guard !values.isEmpty else { return nil }
    let mean = sum(values) / Double(values.count)
    return Estimate(point: mean, deviations: values.map { $0 - mean })
  }

  /// The ratio ΣY/ΣX of totals, such as cost per order: every order weighs the same.
  ///
  /// The deviations (Y_i - R X_i) / X̄ linearize the ratio; the bias is of order 1/n.
  ///
  /// - Parameters:
  ///   - numerators: Y, one per replication.
  ///   - denominators: X, one per replication.
  /// - Returns: nil when ΣX is zero, that is when nothing happened that could be averaged.
  public static func ratio(numerators: [Double], denominators: [Double]) -> Estimate? {
    precondition(numerators.count == denominators.count, "one denominator per numerator")
    let total = sum(denominators)
    guard total != 0 else { return nil }
    let ratio = sum(numerators) / total
    let mean = total / Double(denominators.count)
    let deviations = zip(numerators, denominators).map { ($0 - ratio * $1) / mean }
    return Estimate(point: ratio, deviations: deviations)
  }

  /// A sum of estimates from the same replications, each times its factor; nil if one is missing.
  public static func sum(
    _ terms: some Sequence<(Estimate?, Double)>, offset: Double = 0
  ) -> Estimate? {
    var total: Estimate?
    for (estimate, factor) in terms {
      guard let estimate else { return nil }
      guard var sum = total else {
        total = Estimate(
          point: factor * estimate.point, deviations: estimate.deviations.map { factor * $0 })
        continue
      }
      guard sum.count == estimate.count else { return nil }
      sum.point += factor * estimate.point
      for i in sum.deviations.indices { sum.deviations[i] += factor * estimate.deviations[i] }
      total = sum
    }
    total?.point += offset
    return total
  }

  /// A quantile pooled over all replications, its error by sectioning: every replication is a
  /// section, and its own quantile deviates from the pooled one.
  ///
  /// - Parameters:
  ///   - pooled: Quantile of all observations together.
  ///   - sections: Quantile of each replication; nil where a replication observed nothing, and
  ///     then the estimate has a point and no interval.
  /// - Returns: nil without a pooled quantile.
  public static func sectioned(pooled: Double?, sections: [Double?]) -> Estimate? {
    guard let pooled else { return nil }
    let known = sections.compactMap { $0 }
    guard known.count == sections.count else { return Estimate(point: pooled, deviations: []) }
    return Estimate(point: pooled, deviations: known.map { $0 - pooled })
  }

  /// Left-to-right sum, so that the result depends on the order of replications alone.
  private static func sum(_ values: [Double]) -> Double { values.reduce(0, +) }
}
