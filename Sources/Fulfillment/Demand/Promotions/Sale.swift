public import Quantities
public import ScenarioFile

/// Days on which more, or less, is ordered: a sale, a holiday, the lull after one.
public struct Sale: PromotionKind {
  public var from = CivilDate(dayNumber: 0)
  public var length = 1
  public var factor = 1.0
  public var busiestHour: Double?
  public var demand: [Located<String>] = []

  public init() {}

  public static let summary = "Days on which orders are multiplied by a factor."
  public static let parameters: [Parameter<Sale>] = [
    .date("from", \.from, "First day.", required: true),
    .integer("days", \.length, 1...3650, "Days it lasts."),
    .number("factor", \.factor, 0...1000, "Orders of a day over those without it.", required: true),
    .optionalNumber(
      "busiest_hour", \.busiestHour, 1...24,
      "Busiest hour over the mean hour of these days, for sources with a daily profile."),
    .sources(\.demand),
  ]

  public func days(in year: Int) -> [PromotionDays] {
    from.year == year
      ? [PromotionDays(first: from, count: length, factor: factor, busiestHour: busiestHour)] : []
  }
}
