/// Screening by elementary effects: which of many factors matter at all.
///
/// Every trajectory moves one factor after the other by Δ of its range, so that k + 1 runs give one
/// elementary effect of every factor. μ* is the mean size of a factor's effects, σ their spread:
/// zero for a factor that acts linearly and alone.
///
/// - Source: [morris1991]; μ*: [campolongo2007].
public struct MorrisDesign: Sendable, Hashable {
  public let factors: Int
  public let levels: Int
  /// By trajectory, then by point, then by factor; shares in [0, 1].
  public let trajectories: [[[Double]]]
  /// By trajectory: the factor moved at every step.
  public let orders: [[Int]]

  /// Δ = levels / (2 (levels - 1)).
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

  /// - Parameters:
  ///   - factors: k >= 1.
  ///   - trajectories: r >= 2 for a spread; 10 to 50 are usual.
  ///   - levels: Even, >= 4 is usual.
  public init(
    factors: Int, trajectories: Int, levels: Int = 4,
    using generator: inout some RandomNumberGenerator
  ) {
    precondition(factors >= 1 && trajectories >= 1, "a design has factors and trajectories")
    precondition(levels >= 2 && levels % 2 == 0, "an even number of levels")
    self.factors = factors
    self.levels = levels
    let delta = Double(levels) / Double(2 * (levels - 1))
    var all: [[[Double]]] = []
    var orders: [[Int]] = []
    for _ in 0..<trajectories {
      // A step up from the lower half of the levels, or down from the upper one.
      var point = (0..<factors).map { _ in
        Double(generator.index(below: levels)) / Double(levels - 1)
      }
      let order = generator.permutation(of: factors)
      var path = [point]
      for factor in order {
        point[factor] += point[factor] < 0.5 ? delta : -delta
        point[factor] = min(1, max(0, point[factor]))
        path.append(point)
      }
      all.append(path)
      orders.append(order)
    }
    self.trajectories = all
    self.orders = orders
  }

  /// All points in order.
  public var points: [[Double]] { trajectories.flatMap { $0 } }

  /// What the responses at ``points`` say of every factor.
  public func effects(_ responses: [Double]) -> [ElementaryEffects] {
    precondition(responses.count == trajectories.count * (factors + 1), "a response per point")
    var effects = [[Double]](repeating: [], count: factors)
    for (t, order) in orders.enumerated() {
      let first = t * (factors + 1)
      for (i, factor) in order.enumerated() {
        let change = trajectories[t][i + 1][factor] - trajectories[t][i][factor]
        effects[factor].append((responses[first + i + 1] - responses[first + i]) / change)
      }
    }
    return effects.map(ElementaryEffects.init)
  }
}

/// The elementary effects of one factor: change of the response per range of the factor.
public struct ElementaryEffects: Sendable, Hashable {
  public var values: [Double]

  public init(_ values: [Double]) { self.values = values }

  /// μ*: mean of the sizes, with the spread over trajectories.
  public var meanSize: Estimate { Estimate.mean(of: values.map(abs))! }
  /// μ: mean with signs.
  public var mean: Double { Moments(values).mean }
  /// σ.
  public var deviation: Double { Moments(values).variance.squareRoot() }
}
