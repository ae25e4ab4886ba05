internal import Statistics

/// Draws intervals on one axis: `─●─` for an interval around its mean, `┊` at zero, `┼` where an
/// interval crosses zero.
///
/// Zero has a cell of its own: an interval that excludes it never touches that cell, however
/// close it comes.
struct IntervalPlot {
  private let low: Double
  private let high: Double
  private let width: Int
  private let zero: Int

  /// An axis that holds zero and every interval; `width` is at least 3 cells.
  init(_ intervals: [Interval], width: Int) {
    low = intervals.map(\.low).reduce(0, min)
    high = intervals.map(\.high).reduce(0, max)
    self.width = width
    guard high > low else {
      zero = width / 2
      return
    }
    let cell = Int((-low / (high - low) * Double(width - 1)).rounded())
    zero = min(max(cell, low < 0 ? 1 : 0), high > 0 ? width - 2 : width - 1)
  }

  func text(mean: Double, interval: Interval?) -> String {
    var cells = [Character](repeating: " ", count: width)
    cells[zero] = "┊"
    guard let interval else { return String(cells) }
    let first = cell(of: interval.low)
    let last = cell(of: interval.high)
    for cell in first...last { cells[cell] = cell == zero ? "┼" : "─" }
    cells[min(max(cell(of: mean), first), last)] = "●"
    return String(cells)
  }

  private func cell(of x: Double) -> Int {
    guard x != 0, high > low else { return zero }
    let cell = Int(((x - low) / (high - low) * Double(width - 1)).rounded())
    return x < 0 ? max(0, min(cell, zero - 1)) : min(width - 1, max(cell, zero + 1))
  }
}
