internal import CGSL

/// The first customers of M/M/1 that starts empty and idle.
///
/// - Source: [spitzer1956]: E[Wq of customer n] = Σ_{k<n} E[S_k⁺] / k, S_k being the sum of k services less k times
///   between arrivals; checked against [law2015].
public enum TransientMM1 {
  /// Mean waits of customers 1...count.
  ///
  /// - Complexity: O(count²).
  public static func waitMeans(count: Int, arrivalRate: Double, serviceRate: Double) -> [Double] {
    // In k services and k arrivals, arrivals come first with probability p at each step: the k-th arrival
    // finds k - j services left if j ended before, each of mean 1/mu.
    let p = arrivalRate / (arrivalRate + serviceRate)
    var waits = [0.0]
    var sum = 0.0
    for k in stride(from: 1, to: count, by: 1) {
      var excess = 0.0
      for j in 0..<k {
        excess +=
          gsl_ran_negative_binomial_pdf(UInt32(j), p, Double(k)) * Double(k - j) / serviceRate
      }
      sum += excess / Double(k)
      waits.append(sum)
    }
    return waits
  }

  /// Mean of the first `count` waits.
  public static func waitMean(first count: Int, arrivalRate: Double, serviceRate: Double)
    -> Double
  {
    waitMeans(count: count, arrivalRate: arrivalRate, serviceRate: serviceRate).reduce(0, +)
      / Double(count)
  }
}
