/// How fast a cascade came and went, in the measures by which real cascades are published.
public struct CascadeShape: Hashable, Sendable {
  /// Events per whole hour since the post, over the horizon.
  public let countsByHour: [Int]
  /// Time by which half of the events within the horizon had come [s].
  public let halfTime: Double
  /// Events of the busiest hour of the first day over the mean hour of that day; 0 without events.
  public let busiestHour: Double

  /// - Parameters:
  ///   - epochs: Times since the post [s], sorted.
  ///   - horizon: What counts as all events [s]; a week where measured cascades are given so.
  public init(epochs: [Double], horizon: Double = 7 * 86400) {
    var counts = [Int](repeating: 0, count: max(24, Int((horizon / 3600).rounded(.up))))
    var total = 0
    for time in epochs where time < horizon {
      counts[Int(time / 3600)] += 1
      total += 1
    }
    countsByHour = counts
    halfTime = total > 0 ? epochs[(total - 1) / 2] : 0
    let day = counts[..<24].reduce(0, +)
    busiestHour = day > 0 ? Double(counts[..<24].max()!) * 24 / Double(day) : 0
  }
}
