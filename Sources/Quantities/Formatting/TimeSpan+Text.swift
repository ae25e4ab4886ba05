extension TimeSpan {
  /// In hours, such as "83.65h".
  public func hoursText(decimals: Int = 1) -> String {
    NumberText.fixed(inHours, decimals: decimals) + "h"
  }

  /// The two largest units, such as "1d 4h", "2h 30min", "45s" or "120ms".
  public var compactText: String {
    if microseconds < 0 {
      return "-" + TimeSpan(microseconds: -max(.min + 1, microseconds)).compactText
    }
    if microseconds < 1_000_000 { return microseconds == 0 ? "0s" : subsecondText }
    let seconds = microseconds / 1_000_000 + (microseconds % 1_000_000 >= 500_000 ? 1 : 0)
    let steps: [(size: Int64, name: String)] = [(86400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    let first = steps.firstIndex { seconds >= $0.size } ?? 3
    guard first < 3 else { return "\(seconds)s" }
    // Round to the second unit shown, so that 59 min 59.6 s does not read "59min 60s".
    let unit = steps[first + 1].size
    let rounded = (seconds + unit / 2) / unit * unit
    let start = steps.firstIndex { rounded >= $0.size } ?? first
    let whole = rounded / steps[start].size
    let rest = start < 3 ? rounded % steps[start].size / steps[start + 1].size : 0
    let head = "\(whole)\(steps[start].name)"
    return rest == 0 ? head : "\(head) \(rest)\(steps[start + 1].name)"
  }

  private var subsecondText: String {
    microseconds >= 1000
      ? "\(NumberText.short(Double(microseconds) / 1000))ms" : "\(microseconds)us"
  }
}
