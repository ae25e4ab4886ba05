/// Numbers as text, the same on every machine and in every locale.
public enum NumberText {
  /// The shortest text of `value` rounded to 12 significant digits, such as "21", "0.25" or "1e+30".
  public static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let rounded = significant(value, digits: 12)
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int64(rounded)) }
    return "\(rounded)"
  }

  /// `value` with exactly `decimals` digits behind the point, halves away from zero.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return short(value) }
    let scale = powerOfTen(decimals)
    let scaled = (value * scale).rounded()
    guard abs(scaled) < 9e15 else { return short(value) }
    let whole = Int64(abs(scaled))
    let unit = Int64(scale)
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let fraction = String(whole % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(whole / unit).\(zeros)\(fraction)"
  }

  /// A whole number with a thin group every three digits, such as "1,250,000".
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (value < 0 ? "-" : "") + result
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<max(0, min(15, exponent))).reduce(1.0) { product, _ in product * 10 }
  }

  private static func significant(_ value: Double, digits: Int) -> Double {
    guard value != 0 else { return 0 }
    var magnitude = 0
    var size = abs(value)
    guard size >= 1e-12, size < 1e15 else { return value }
    while size >= 10 {
      size /= 10
      magnitude += 1
    }
    while size < 1 {
      size *= 10
      magnitude -= 1
    }
    let shift = digits - 1 - magnitude
    let scale = powerOfTen(abs(shift))
    if abs(shift) > 15 { return value }
    return shift >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
  }
}
