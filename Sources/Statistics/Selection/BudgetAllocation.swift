internal import CGSL

/// How to share replications among systems so that the best is likely to be recognized.
public enum BudgetAllocation {
  /// OCBA's shares: w_i ∝ (s_i/d_i)², w_b = s_b √Σ(w_i/s_i)², d the distance to the best.
  ///
  /// - Parameters:
  ///   - means: By system; the largest is the best.
  ///   - deviations: Standard deviations by system.
  /// - Returns: Shares that sum to 1. Systems that tie with the best count as close to it.
  /// - Source: [chen2000].
  public static func ocba(means: [Double], deviations: [Double]) -> [Double] {
    precondition(means.count == deviations.count && !means.isEmpty, "one deviation per mean")
    let best = means.indices.max { means[$0] < means[$1] }!
    // A system without spread, or at no distance, must not take everything or nothing.
    let spread = deviations.max()!
    let reach = max(means[best] - means.min()!, spread)
    guard reach > 0 && reach.isFinite else {
      return means.map { _ in 1 / Double(means.count) }
    }
    let s = deviations.map { max($0, reach * 1e-6) }
    var weights = means.indices.map { i in
      let d = max(means[best] - means[i], reach * 1e-6)
      return i == best ? 0 : (s[i] / d) * (s[i] / d)
    }
    let others = weights.indices.reduce(0) { sum, i in
      sum + (weights[i] / s[i]) * (weights[i] / s[i])
    }
    weights[best] = means.count == 1 ? 1 : s[best] * others.squareRoot()
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The shares that make the probability of a false selection fall fastest, for normal responses.
  ///
  /// - Returns: Shares, and the rate of the fall per replication.
  /// - Source: [glynn2004].
  public static func largeDeviations(
    means: [Double], deviations: [Double]
  ) -> (shares: [Double], rate: Double)? {
    guard means.count >= 2, deviations.allSatisfy({ $0 > 0 }) else { return nil }
    let best = means.indices.max { means[$0] < means[$1] }!
    let others = means.indices.filter { $0 != best }
    let distances = others.map { means[best] - means[$0] }
    guard let nearest = distances.min(), nearest > 0 else { return nil }
    let variance = deviations[best] * deviations[best]
    // With w_b = 1 all rates equal z for w_i = s_i²/(d_i²/2z - s_b²); the balance fixes z.
    func weights(_ z: Double) -> [Double] {
      zip(others, distances).map { i, d in
        deviations[i] * deviations[i] / (d * d / (2 * z) - variance)
      }
    }
    func imbalance(_ z: Double) -> Double {
      let sum = zip(others, weights(z)).reduce(0) {
        $0 + $1.1 * $1.1 / (deviations[$1.0] * deviations[$1.0])
      }
      return variance * sum - 1
    }
    let limit = nearest * nearest / (2 * variance)
    let z = root(of: imbalance, from: limit * 1e-12, to: limit * (1 - 1e-12))
    var shares = [Double](repeating: 1, count: means.count)
    for (i, w) in zip(others, weights(z)) { shares[i] = w }
    let total = shares.reduce(0, +)
    return (shares.map { $0 / total }, z / total)
  }
}
