internal import Statistics

/// Small pictures within tables, drawn as SVG without any script.
enum InlinePlots {
  /// An interval around its mean on an axis that others share; the line is zero.
  static func interval(_ difference: DifferenceSummary?, among all: [DifferenceSummary]) -> String {
    guard let difference, let interval = difference.interval else { return "" }
    let intervals = all.compactMap(\.interval)
    let low = min(0, intervals.map(\.low).min() ?? 0)
    let high = max(0, intervals.map(\.high).max() ?? 0)
    guard high > low else { return "" }
    func x(_ value: Double) -> String {
      NumberText.plain(6 + (value - low) / (high - low) * 128, 1)
    }
    let color = Palette.color(of: difference.verdict)
    return """
      <svg class="interval" viewBox="0 0 140 18" width="140" height="18" aria-hidden="true">\
      <line x1="\(x(0))" y1="0" x2="\(x(0))" y2="18" stroke="currentColor" stroke-opacity=".4" stroke-dasharray="2 2"/>\
      <line x1="\(x(interval.low))" y1="9" x2="\(x(interval.high))" y2="9" stroke="\(color)" stroke-width="2"/>\
      <circle cx="\(x(difference.mean))" cy="9" r="4" fill="\(color)"/></svg>
      """
  }

  /// A series as a line; all of a column share the axis from zero to `maximum`.
  static func sparkline(_ values: [Double], maximum: Double) -> String {
    guard values.count > 1, maximum > 0 else { return "" }
    let points = Sparkline.resampled(values, to: 60)
    let text = points.enumerated().map { index, value in
      let x = 1 + Double(index) / Double(points.count - 1) * 88
      let y = 17 - min(1, max(0, value / maximum)) * 15
      return "\(NumberText.plain(x, 1)),\(NumberText.plain(y, 1))"
    }.joined(separator: " ")
    return """
      <svg class="spark" viewBox="0 0 90 18" width="90" height="18" aria-hidden="true">\
      <polyline points="\(text)" fill="none" stroke="currentColor" stroke-width="1.2"/></svg>
      """
  }

  /// A strategy's color and dashes.
  static func swatch(_ style: Palette.Style) -> String {
    let dash = style.dash.map { NumberText.plain($0, 0) }.joined(separator: " ")
    return """
      <svg class="swatch" viewBox="0 0 22 12" width="22" height="12" aria-hidden="true">\
      <line x1="0" y1="6" x2="22" y2="6" stroke="\(style.color)" stroke-width="5" stroke-dasharray="\(dash)"/></svg>
      """
  }
}

extension NumberText {
  /// With a plain minus sign, for programs.
  static func plain(_ x: Double, _ decimals: Int) -> String {
    fixed(x, decimals).replacing("\u{2212}", with: "-")
  }
}
