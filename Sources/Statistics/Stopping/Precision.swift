/// How narrow an interval shall be before replicating stops.
public enum Precision: Sendable, Hashable {
  /// Half-width at most this, in the response's unit.
  case absolute(Double)
  /// Error at most this share of the true figure, in (0, 1).
  ///
  /// The half-width is then at most γ/(1 + γ) of the point, so that |x̄ - μ| ≤ γ|μ| whenever the
  /// interval holds.
  case relative(Double)

  /// How far an estimate is from the target.
  ///
  /// - Source: [law2015], sec. 9.4.1.
  public func progress(
    of estimate: Estimate, confidence: Double = 0.95, comparisons: Int = 1
  ) -> PrecisionProgress {
    guard let halfWidth = estimate.halfWidth(confidence: confidence, comparisons: comparisons)
    else { return .unknown }
    let limit: Double
    switch self {
    case .absolute(let beta): limit = beta
    case .relative(let gamma):
      limit = gamma / (1 + gamma) * abs(estimate.point)
      if halfWidth == 0 { return .met }
      if abs(estimate.point) <= halfWidth { return .aroundZero }
    }
    guard halfWidth > limit else { return .met }
    guard limit > 0 else { return .aroundZero }
    let factor = halfWidth / limit
    return .open(replications: Int((Double(estimate.count) * factor * factor).rounded(.up)))
  }
}

/// Where an estimate stands on its way to a precision.
public enum PrecisionProgress: Sendable, Hashable {
  case met
  /// Not yet; about this many replications in all would do.
  case open(replications: Int)
  /// The interval contains zero: a relative error means nothing there, an absolute one does.
  case aroundZero
  /// Too few replications for an interval.
  case unknown
}
