public import Quantities
public import ScenarioFile

/// A sale of a few days by one large shop, such as Amazon's Prime Day; its date is set anew each year.
public struct PrimeDay: PromotionKind {
  public var from = CivilDate(dayNumber: 0)
  public var length = 2
  public var factor = 4.1
  public var busiestHour = 1.62
  public var demand: [Located<String>] = []

  public init() {}

  public static let summary = "Prime Day: a few days of sale at a shop, dated."
  public static let parameters: [Parameter<PrimeDay>] = [
    .date("from", \.from, "First day.", required: true),
    .integer("days", \.length, 1...30, "Days it lasts.", source: "C1PD"),
    .number(
      "factor", \.factor, 1...100, "Orders of a day over those of a mean day.", source: "C1PD"),
    .number(
      "busiest_hour", \.busiestHour, 1...24, "Busiest hour over the mean hour of these days.",
      source: "ADO"),
    .sources(\.demand),
  ]

  public func days(in year: Int) -> [PromotionDays] {
    from.year == year
      ? [PromotionDays(first: from, count: length, factor: factor, busiestHour: busiestHour)] : []
  }
}
