internal import Statistics

/// Writes differences of one KPI with its unit: hours in the unit that suits them all, shares in
/// percentage points, money with its symbol.
struct FigureScale {
  private enum Kind {
    case time(TimeUnit)
    case share
    case money(Currency)
    case other(String)
  }
  private let kind: Kind
  private let decimals: Int

  /// - Parameters:
  ///   - unit: The KPI's unit.
  ///   - values: All values that are to be written alike, in that unit.
  ///   - errors: Their uncertainties, which decide how many digits are worth showing.
  init(unit: String, values: [Double], errors: [Double]) {
    let precision = errors.contains { $0 > 0 } ? errors : values
    switch unit {
    case "h":
      let time = TimeUnit(for: values)
      kind = .time(time)
      decimals = NumberText.decimals(for: precision.map(time.value(ofHours:)))
    case "1":
      kind = .share
      decimals = 1
    case let code where code.count == 3 && code.allSatisfy(\.isUppercase):
      kind = .money(Currency(code))
      decimals = 2
    default:
      kind = .other(unit)
      decimals = NumberText.decimals(for: precision)
    }
  }

  /// The scale of one KPI's differences and their intervals.
  init(_ differences: [DifferenceSummary]) {
    let intervals = differences.compactMap(\.interval)
    self.init(
      unit: differences.first?.unit ?? "",
      values: intervals.flatMap { [$0.low, $0.high] } + differences.map(\.mean),
      errors: intervals.map(\.halfWidth))
  }

  func signed(_ x: Double) -> String {
    switch kind {
    case .time(let unit): NumberText.signed(unit.value(ofHours: x), decimals) + unit.rawValue
    case .share: NumberText.signed(x * 100, decimals) + "pp"
    case .money(let currency): currency.text(x, isSigned: true)
    case .other(let unit):
      NumberText.signed(x, decimals) + (unit.isEmpty ? "" : " " + unit)
    }
  }
}
