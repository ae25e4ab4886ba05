/// Days on which nobody works, whatever the day of the week: sorted, each once.
public struct Holidays: Hashable, Sendable {
  private let dayNumbers: [Int]

  public init(_ dates: some Sequence<CivilDate>) {
    dayNumbers = Set(dates.map(\.dayNumber)).sorted()
  }

  public static let none = Holidays([CivilDate]())

  public var isEmpty: Bool { dayNumbers.isEmpty }

  public var dates: [CivilDate] { dayNumbers.map(CivilDate.init(dayNumber:)) }

  public func contains(_ date: CivilDate) -> Bool {
    var low = 0
    var high = dayNumbers.count
    while low < high {
      let middle = (low + high) / 2
      if dayNumbers[middle] < date.dayNumber { low = middle + 1 } else { high = middle }
    }
    return low < dayNumbers.count && dayNumbers[low] == date.dayNumber
  }

  /// Intervals of moments without those that fall on a holiday, from local midnight to midnight.
  ///
  /// - Parameter intervals: Sorted and apart, in seconds since 1970-01-01T00:00Z.
  public func removed(from intervals: [Range<Int64>], in zone: CivilTimeZone) -> [Range<Int64>] {
    if isEmpty { return intervals }
    let days = dates.map { date in
      zone.unixSeconds(
        wallSeconds: Int64(date.dayNumber) * 86400)..<zone.unixSeconds(
          wallSeconds: Int64(date.dayNumber + 1) * 86400)
    }
    var result: [Range<Int64>] = []
    var first = 0
    for interval in intervals {
      while first < days.count, days[first].upperBound <= interval.lowerBound { first += 1 }
      var start = interval.lowerBound
      var index = first
      while index < days.count, days[index].lowerBound < interval.upperBound {
        if start < days[index].lowerBound { result.append(start..<days[index].lowerBound) }
        start = max(start, days[index].upperBound)
        index += 1
      }
      if start < interval.upperBound { result.append(start..<interval.upperBound) }
    }
    return result
  }
}
