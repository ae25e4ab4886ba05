import CGSL

extension LawFamily {
  /// - Draws: one word, by inversion.
  static let normal = LawFamily(
    "normal", "The bell curve; cut off at bounds if given, as times and masses need.",
    [
      LawParameter("mean", "Mean before the cut.", carriesUnit: true),
      LawParameter("sd", "Standard deviation before the cut.", carriesUnit: true, above: 0),
      LawParameter("from", "Lowest value.", carriesUnit: true, standard: -.infinity),
      LawParameter("to", "Highest value.", carriesUnit: true, standard: .infinity),
    ]
  ) { given throws(LawError) in
    let (mean, sd) = (given["mean"], given["sd"])
    let (from, to) = try given.interval()
    if from == -.infinity && to == .infinity {
      return LawShape(mean: mean, variance: sd * sd, from: from, to: to, mean, sd) {
        stream, mean, sd, _, _, _ in mean + sd * randomStream(stream).pointee.normal()
      }
    }
    // Beyond the mean, mirrored: there the lower tail keeps its digits.
    let mirror = from > mean ? -1.0 : 1.0
    let (low, high) = mirror < 0 ? (mean - to, mean - from) : (from - mean, to - mean)
    let (alpha, beta) = (low / sd, high / sd)
    let (below, upTo) = (gsl_cdf_ugaussian_P(alpha), gsl_cdf_ugaussian_P(beta))
    let mass = upTo - below
    guard mass >= 1e-12 else {
      throw given.error("from", "and to leave hardly anything of the bell curve")
    }
    let table = TruncatedNormal(
      mean: mean, sd: mirror * sd, below: below, mass: mass, isMirrored: mirror < 0, from: from,
      to: to)
    let (fa, fb) = (gsl_ran_ugaussian_pdf(alpha), gsl_ran_ugaussian_pdf(beta))
    let shift = (fa - fb) / mass
    let spread = ((alpha.isFinite ? alpha * fa : 0) - (beta.isFinite ? beta * fb : 0)) / mass
    return LawShape(
      mean: mean + mirror * sd * shift, variance: sd * sd * (1 + spread - shift * shift),
      from: from, to: to, table: TableMemory([table])
    ) { stream, _, _, _, _, table in
      table!.assumingMemoryBound(to: TruncatedNormal.self).pointee
        .value(at: randomStream(stream).pointee.uniform())
    }
  }
}

/// A normal law between bounds, by inversion of its part of the cdf.
private struct TruncatedNormal: BitwiseCopyable {
  let mean, sd, below, mass: Double
  let isMirrored: Bool
  let from, to: Double

  /// Increasing in `u`.
  func value(at u: Double) -> Double {
    let p = min(below + mass * (isMirrored ? 1 - u : u), 1 - 0x1p-53)
    return min(max(mean + sd * gsl_cdf_ugaussian_Pinv(p), from), to)
  }
}

extension Law {
  public static func normal(
    mean: Double, sd: Double, from: Double = -.infinity, to: Double = .infinity
  ) throws(LawError) -> Law {
    try LawFamily.normal.make(["mean": mean, "sd": sd, "from": from, "to": to])
  }
}
