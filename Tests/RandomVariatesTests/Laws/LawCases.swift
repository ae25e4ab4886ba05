import CGSL
import RandomVariates
import Testing

/// A law with what is known of it from elsewhere: GSL's cdf or pdf, or the textbook's.
struct LawCase: Sendable, CustomTestStringConvertible {
  enum Oracle: Sendable {
    case cdf(@Sendable (Double) -> Double)
    /// Probabilities of whole numbers in a range.
    case pmf(ClosedRange<Int>, @Sendable (Int) -> Double)
    case constant
  }

  let law: Law
  let mean: Double
  let variance: Double
  /// Whether one uniform is drawn and the variate increases in it.
  let isMonotone: Bool
  let oracle: Oracle

  var testDescription: String { law.description }

  init(_ law: Law, _ mean: Double, _ variance: Double, monotone: Bool = true, _ oracle: Oracle) {
    self.law = law
    self.mean = mean
    self.variance = variance
    isMonotone = monotone
    self.oracle = oracle
  }

  static let all: [LawCase] = {
    do { return try continuous() + tables() + counts() } catch { fatalError("\(error)") }
  }()

  private static func continuous() throws -> [LawCase] {
    let s = log1p(4.0).squareRoot()
    return [
      LawCase(.constant(-2.5), -2.5, 0, .constant),
      LawCase(try .uniform(from: -1, to: 3), 1, 16.0 / 12, .cdf { gsl_cdf_flat_P($0, -1, 3) }),
      LawCase(try .exponential(mean: 4), 4, 16, .cdf { gsl_cdf_exponential_P($0, 4) }),
      LawCase(
        try .erlang(mean: 6, stages: 3), 6, 12, monotone: false, .cdf { gsl_cdf_gamma_P($0, 3, 2) }),
      LawCase(
        try .erlang(mean: 6, stages: 20), 6, 1.8, monotone: false,
        .cdf { gsl_cdf_gamma_P($0, 20, 0.3) }),
      LawCase(
        try .gamma(mean: 3, cv: 0.5), 3, 2.25, monotone: false,
        .cdf { gsl_cdf_gamma_P($0, 4, 0.75) }),
      LawCase(
        try .gamma(shape: 0.5, scale: 2), 1, 2, monotone: false,
        .cdf { gsl_cdf_gamma_P($0, 0.5, 2) }),
      LawCase(
        try .weibull(scale: 2, shape: 2), Double.pi.squareRoot(), 4 - .pi,
        .cdf { gsl_cdf_weibull_P($0, 2, 2) }),
      LawCase(
        try .weibull(mean: 3, shape: 1), 3, 9, .cdf { gsl_cdf_weibull_P($0, 3, 1) }),
      LawCase(
        try .lognormal(mean: 3, cv: 0.6), 3, 3.24,
        .cdf { gsl_cdf_lognormal_P($0, log(3) - log(1.36) / 2, log(1.36).squareRoot()) }),
      LawCase(
        try .lognormal(median: 2, sigma: 0.5), 2 * exp(0.125), 4 * exp(0.25) * (exp(0.25) - 1),
        .cdf { gsl_cdf_lognormal_P($0, log(2), 0.5) }),
      LawCase(
        try .lognormal(mean: 1, cv: 2), 1, 4, .cdf { gsl_cdf_lognormal_P($0, -s * s / 2, s) }),
      LawCase(
        try .loglogistic(median: 5, shape: 9), 5 * (.pi / 9) / sin(.pi / 9),
        25
          * (2 * (.pi / 9) / sin(2 * .pi / 9) - (.pi / 9) * (.pi / 9)
            / (sin(.pi / 9) * sin(.pi / 9))),
        .cdf { 1 / (1 + pow($0 / 5, -9)) }),
      LawCase(try .normal(mean: 5, sd: 2), 5, 4, .cdf { gsl_cdf_gaussian_P($0 - 5, 2) }),
      // Half a bell: mean sd·sqrt(2/π), variance sd²(1 - 2/π).
      LawCase(
        try .normal(mean: 0, sd: 3, from: 0), 3 * (2 / Double.pi).squareRoot(),
        9 * (1 - 2 / Double.pi), .cdf { 2 * gsl_cdf_gaussian_P($0, 3) - 1 }),
      LawCase(
        try .normal(mean: 0, sd: 1, from: -1, to: 1), 0,
        1 - 2 * gsl_ran_ugaussian_pdf(1) / 0.6826894921370859,
        .cdf { (gsl_cdf_ugaussian_P($0) - gsl_cdf_ugaussian_P(-1)) / 0.6826894921370859 }),
      // The tail beyond 2: mean φ(2)/Q(2) = 2.37321553282284, variance 1 + 2m - m².
      LawCase(
        try .normal(mean: 0, sd: 1, from: 2), 2.37321553282284,
        1 + 2 * 2.37321553282284 - 2.37321553282284 * 2.37321553282284,
        .cdf { 1 - gsl_cdf_ugaussian_Q($0) / gsl_cdf_ugaussian_Q(2) }),
      LawCase(
        try .triangular(from: 1, mode: 2, to: 5), 8.0 / 3, 26.0 / 36,
        .cdf { $0 < 2 ? ($0 - 1) * ($0 - 1) / 4 : 1 - (5 - $0) * (5 - $0) / 12 }),
      LawCase(
        try .triangular(from: 0, mode: 0, to: 3), 1, 0.5, .cdf { 1 - (3 - $0) * (3 - $0) / 9 }),
      LawCase(
        try .pert(from: 1, mode: 2, to: 5), (1 + 8 + 5) / 6.0, 16 * 2 * 4 / (36.0 * 7),
        monotone: false, .cdf { gsl_cdf_beta_P(($0 - 1) / 4, 2, 4) }),
      LawCase(
        try .beta(alpha: 0.5, beta: 1.5), 0.25, 0.0625, monotone: false,
        .cdf { gsl_cdf_beta_P($0, 0.5, 1.5) }),
      LawCase(
        try .beta(alpha: 2, beta: 2, from: 10, to: 20), 15, 5, monotone: false,
        .cdf { gsl_cdf_beta_P(($0 - 10) / 10, 2, 2) }),
      LawCase(
        try .pareto(from: 2, shape: 10), 20.0 / 9, 4 * 10 / (81.0 * 8),
        .cdf { gsl_cdf_pareto_P($0, 10, 2) }),
      LawCase(
        try .pareto(mean: 1.4, shape: 9), 1.4, 1.4 * 1.4 / 63,
        .cdf { gsl_cdf_pareto_P($0, 9, 1.4 * 8 / 9) }),
      LawCase(
        try .hyperexponential(mean: 2, cv: 2), 2, 16, monotone: false,
        .cdf { x in
          let p = (1 + 0.6.squareRoot()) / 2
          return 1 - p * exp(-p * x) - (1 - p) * exp(-(1 - p) * x)
        }),
      LawCase(
        try .hyperexponential(probability: 0.3, first: 5, second: 1), 2.2, 2 * 8.2 - 4.84,
        monotone: false, .cdf { 1 - 0.3 * exp(-$0 / 5) - 0.7 * exp(-$0) }),
    ]
  }

  private static func tables() throws -> [LawCase] {
    [
      LawCase(
        try .empirical(values: [9, 1, 2, 4]), 11.0 / 3,
        ((1 + 2 + 4) + (4 + 8 + 16) + (16 + 36 + 81)) / 9.0 - 121.0 / 9,
        .cdf { $0 < 2 ? ($0 - 1) / 3 : $0 < 4 ? (1 + ($0 - 2) / 2) / 3 : (2 + ($0 - 4) / 5) / 3 }),
      LawCase(
        try .discrete(values: [7, 1, 3], weights: [1, 5, 4]), 2.4, (5 + 36 + 49) / 10.0 - 5.76,
        .pmf(1...7) { [1: 0.5, 3: 0.4, 7: 0.1][$0] ?? 0 }),
    ]
  }

  private static func counts() throws -> [LawCase] {
    func poisson(_ mean: Double, _ range: ClosedRange<Int>) throws -> LawCase {
      LawCase(
        try .poisson(mean: mean), mean, mean, monotone: false,
        .pmf(range) { gsl_ran_poisson_pdf(UInt32($0), mean) })
    }
    return [
      try poisson(0.3, 0...20), try poisson(5, 0...60), try poisson(10, 0...80),
      try poisson(15, 0...100), try poisson(500, 0...1000),
      LawCase(
        try .negativeBinomial(mean: 4, k: 2), 4, 12, monotone: false,
        .pmf(0...200) { gsl_ran_negative_binomial_pdf(UInt32($0), 1.0 / 3, 2) }),
      LawCase(
        try .negativeBinomial(mean: 60, k: 30), 60, 180, monotone: false,
        .pmf(0...400) { gsl_ran_negative_binomial_pdf(UInt32($0), 1.0 / 3, 30) }),
      LawCase(
        try .binomial(trials: 100, probability: 0.3), 30, 21, monotone: false,
        .pmf(0...100) { gsl_ran_binomial_pdf(UInt32($0), 0.3, 100) }),
      LawCase(
        try .geometric(mean: 2.5), 2.5, 0.6 / 0.16,
        .pmf(1...200) { gsl_ran_geometric_pdf(UInt32($0), 0.4) }),
      LawCase(
        try .geometric(probability: 0.5), 2, 2,
        .pmf(1...100) { gsl_ran_geometric_pdf(UInt32($0), 0.5) }),
    ]
  }
}
