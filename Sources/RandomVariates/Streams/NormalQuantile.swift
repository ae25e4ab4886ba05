public import CGSL

/// The standard normal quantile of `p`, 0 < p < 1: what `gsl_cdf_ugaussian_Pinv` gives.
///
/// The middle 85 % are computed here, by the same rational function with its terms in the same order, so
/// that loops need no call; the tails are GSL's.
///
/// - Source: Wichura (1988), algorithm AS 241, Applied Statistics 37(3), 477-484.
@inlinable
@inline(__always)
func normalQuantile(_ p: Double) -> Double {
  let q = p - 0.5
  guard abs(q) <= 0.425 else { return gsl_cdf_ugaussian_Pinv(p) }
  let r = 0.180625 - q * q
  var above = 2509.0809287301226727
  above = r * above + 33430.575583588128105
  above = r * above + 67265.770927008700853
  above = r * above + 45921.953931549871457
  above = r * above + 13731.693765509461125
  above = r * above + 1971.5909503065514427
  above = r * above + 133.14166789178437745
  above = r * above + 3.387132872796366608
  var below = 5226.4952788528545610
  below = r * below + 28729.085735721942674
  below = r * below + 39307.89580009271061
  below = r * below + 21213.794301586595867
  below = r * below + 5394.1960214247511077
  below = r * below + 687.1870074920579083
  below = r * below + 42.313330701600911252
  below = r * below + 1
  return q * (above / below)
}
