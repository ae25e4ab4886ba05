/// The systems that one sample cannot rule out as the best.
///
/// Keeps i when X̄_i ≥ X̄_l - t S_il/√n for every l, with t at α/(k - 1): the best is kept with
/// probability 1 - α, also under common random numbers.
///
/// - Source: Subset selection of [nelson2001] with paired variances.
public enum SubsetScreening {
  /// - Parameters:
  ///   - values: By system, then by replication, paired; larger is better.
  ///   - confidence: 1 - α, that the best is kept.
  /// - Returns: Indices of the systems kept, never none.
  public static func kept(_ values: [[Double]], confidence: Double) -> [Int] {
    guard values.count >= 2, let n = values.first?.count, n >= 2 else {
      return Array(values.indices)
    }
    let t = StudentT.quantile(
      1 - (1 - confidence) / Double(values.count - 1), degreesOfFreedom: Double(n - 1))
    let means = values.map { $0.reduce(0, +) / Double(n) }
    return values.indices.filter { i in
      values.indices.allSatisfy { l in
        if l == i || means[i] >= means[l] { return true }
        var difference = Sample()
        for r in 0..<n { difference.add(values[i][r] - values[l][r]) }
        return means[i] >= means[l] - t * (difference.variance / Double(n)).squareRoot()
      }
    }
  }
}
