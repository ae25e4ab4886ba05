internal import Foundation
public import Quantities

/// How much more or less is ordered on a day than sources of demand say: growth, months, promotions.
///
/// Of promotions that overlap the shortest counts, so that a peak day stands out of its season; of equally
/// long ones the one with the larger factor.
struct DemandCalendar: Sendable, Hashable {
  /// Day of which the sources' rates hold.
  var asOf = CivilDate(dayNumber: 0)
  var growthPerYear = 0.0
  /// Factors of the months from January with mean 1; empty for none.
  var months: [Double] = []
  var promotions: [PromotionDays] = []

  /// Whether every day is like every other.
  var isPlain: Bool { growthPerYear == 0 && months.isEmpty && promotions.isEmpty }

  /// The promotion that counts on a day.
  func promotion(on date: CivilDate) -> PromotionDays? {
    promotions.filter { $0.contains(date) }.min {
      ($0.count, -$0.factor, $0.first.dayNumber) < ($1.count, -$1.factor, $1.first.dayNumber)
    }
  }

  /// Factor on what is ordered on a day.
  func factor(on date: CivilDate) -> Double {
    if isPlain { return 1 }
    var factor = promotion(on: date)?.factor ?? 1
    if growthPerYear != 0 { factor *= pow(1 + growthPerYear, Double(date - asOf) / 365.25) }
    if !months.isEmpty { factor *= months[date.month - 1] }
    return factor
  }

  /// Mean factor of the days that `days` days from `epoch` [s since 1970] fall on.
  func meanFactor(from epoch: Int64, days: Double, in timeZone: CivilTimeZone) -> Double {
    if isPlain { return 1 }
    let first = timeZone.civil(unixSeconds: epoch)
    // The first day may have begun before, the last may end after.
    var left = days
    var part = min(left, 1 - Double(first.time.seconds) / 86400)
    var (sum, date) = (0.0, first.date)
    while left > 0 {
      sum += factor(on: date) * part
      left -= part
      part = min(left, 1)
      date = date + 1
    }
    return days > 0 ? sum / days : 1
  }

  /// Factors of the hours of a day: those given, drawn towards the busiest hour of a promotion.
  func hours(_ hours: [Double], on date: CivilDate) -> [Double] {
    guard let busiest = promotion(on: date)?.busiestHour, let peak = hours.max(), peak > 1 else {
      return hours
    }
    let stretch = min((busiest - 1) / (peak - 1), 1 / (1 - min(hours.min()!, 0.999_999)))
    return hours.map { 1 + ($0 - 1) * stretch }
  }
}

/// Days in a row on which more or less is ordered.
public struct PromotionDays: Sendable, Hashable {
  public var first: CivilDate
  public var count: Int
  public var factor: Double
  /// Busiest hour of these days over their mean hour, if it is not as on other days.
  public var busiestHour: Double?

  public init(first: CivilDate, count: Int, factor: Double, busiestHour: Double?) {
    self.first = first
    self.count = count
    self.factor = factor
    self.busiestHour = busiestHour
  }

  func contains(_ date: CivilDate) -> Bool { date >= first && date < first + count }
}
