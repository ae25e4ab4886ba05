internal import Foundation

/// Numbers as a reader wants them: few digits, a true minus sign, units attached.
public enum NumberText {
  /// Shown where there is no number.
  static let none = "–"

  static func fixed(_ x: Double, _ decimals: Int) -> String {
    var text = String(format: "%.\(decimals)f", abs(x))
    if x < 0 && text.contains(where: { $0 != "0" && $0 != "." }) { text = "\u{2212}" + text }
    return text
  }

  /// With a sign, except for zero.
  static func signed(_ x: Double, _ decimals: Int) -> String {
    let text = fixed(x, decimals)
    return x > 0 && text.contains(where: { $0 != "0" && $0 != "." }) ? "+" + text : text
  }

  /// Three significant digits with a decimal prefix: "812", "9.01 k", "32.4 M".
  public static func count(_ x: Double) -> String {
    var scaled = abs(x)
    var prefix = ""
    for next in ["k", "M", "G", "T"] where scaled >= 999.5 {
      scaled /= 1000
      prefix = next
    }
    let isWhole = prefix.isEmpty && scaled == scaled.rounded()
    let decimals = isWhole || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2
    let text = fixed(x < 0 ? -scaled : scaled, decimals)
    return prefix.isEmpty ? text : "\(text) \(prefix)"
  }

  /// A length of wall time: "0.42s", "12.3s", "1m46s", "2h05m".
  public static func wallTime(_ seconds: Double) -> String {
    if seconds < 9.995 { return fixed(seconds, 2) + "s" }
    if seconds < 59.95 { return fixed(seconds, 1) + "s" }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return "\(whole / 60)m" + padded(whole % 60) + "s" }
    let minutes = Int((seconds / 60).rounded())
    return "\(minutes / 60)h" + padded(minutes % 60) + "m"
  }

  /// A share in percent: whole from 10 % to 99.5 %, one decimal near the ends, where it matters.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    let isNearEnd = (percent < 9.95 && percent > 0) || (percent >= 99.5 && percent < 100)
    return fixed(percent, isNearEnd ? 1 : 0) + "%"
  }

  /// Decimals that give the smallest of `values` about three digits, at most `limit`.
  static func decimals(for values: [Double], limit: Int = 2) -> Int {
    let smallest = values.map(abs).filter { $0 > 0 }.min() ?? 100
    return min(limit, smallest < 1 ? 2 : smallest < 50 ? 1 : 0)
  }

  private static func padded(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
