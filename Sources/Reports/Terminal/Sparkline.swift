/// A series as a line of bars, one character per bar.
enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// - Parameters:
  ///   - values: The series; longer ones are averaged down to `width` bars.
  ///   - maximum: Value of a full bar, so that several lines compare; bars start at zero.
  static func text(_ values: [Double], maximum: Double, width: Int) -> String {
    guard maximum > 0, width > 0 else { return "" }
    let bars = resampled(values, to: width).map { value in
      let level = (value / maximum * Double(Self.bars.count - 1)).rounded()
      return Self.bars[min(max(0, Int(level)), Self.bars.count - 1)]
    }
    return String(bars)
  }

  /// Means over `width` stretches of equal length; short series stay as they are.
  static func resampled(_ values: [Double], to width: Int) -> [Double] {
    guard values.count > width else { return values }
    return (0..<width).map { bin in
      let part = values[bin * values.count / width..<(bin + 1) * values.count / width]
      return part.reduce(0, +) / Double(part.count)
    }
  }
}
