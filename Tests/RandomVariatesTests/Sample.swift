import CGSL

/// Drawn numbers, compared with what a law says of them.
struct Sample {
  let values: [Double]
  let mean: Double
  let variance: Double
  /// Standard error of the variance, from the fourth moment.
  private let varianceError: Double

  init(_ values: [Double]) {
    self.values = values
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let (second, fourth) = values.reduce((0.0, 0.0)) { sums, x in
      let square = (x - mean) * (x - mean)
      return (sums.0 + square, sums.1 + square * square)
    }
    self.mean = mean
    variance = second / (n - 1)
    varianceError = ((fourth / n - variance * variance) / n).squareRoot()
  }

  /// How many standard errors the mean is off.
  func meanScore(_ expected: Double) -> Double {
    (mean - expected) / (variance / Double(values.count)).squareRoot()
  }

  func varianceScore(_ expected: Double) -> Double { (variance - expected) / varianceError }

  /// sqrt(n) times the largest distance of the cdfs; above 2.2 with p = 1.2e-4.
  func kolmogorovSmirnov(_ cdf: (Double) -> Double) -> Double {
    let n = Double(values.count)
    var distance = 0.0
    for (i, x) in values.sorted().enumerated() {
      let p = cdf(x)
      distance = max(distance, p - Double(i) / n, Double(i + 1) / n - p)
    }
    return distance * n.squareRoot()
  }

  /// Probability of a larger chi-square; classes of fewer than 10 expected are joined to the next.
  func chiSquareTail(_ probability: (Int) -> Double, from lowest: Int, to highest: Int) -> Double {
    var counts = [Double](repeating: 0, count: highest - lowest + 1)
    for x in values { counts[min(max(Int(x), lowest), highest) - lowest] += 1 }
    let n = Double(values.count)
    var (sum, classes, observed, expected, total) = (0.0, 0, 0.0, 0.0, 0.0)
    func close() {
      sum += (observed - expected) * (observed - expected) / expected
      classes += 1
      (observed, expected) = (0, 0)
    }
    for (i, count) in counts.enumerated() {
      let p = probability(lowest + i)
      total += p
      observed += count
      expected += n * p
      if expected >= 10 && n * (1 - total) >= 10 { close() }
    }
    expected += n * max(1 - total, 0)
    close()
    return gsl_cdf_chisq_Q(sum, Double(classes - 1))
  }
}
