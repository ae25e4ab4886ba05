internal import Quantities
public import ScenarioFile

/// 11 November, every year, and the weeks of sales that lead up to it.
public struct SinglesDay: PromotionKind {
  public var factor = 1.8
  public var seasonFactor = 1.3
  public var seasonDays = 21
  public var busiestHour = 1.62
  public var demand: [Located<String>] = []

  public init() {}

  public static let summary = "11.11: the peak day, and a season of sales before it, every year."
  public static let parameters: [Parameter<SinglesDay>] = [
    .number(
      "factor", \.factor, 1...100, "Orders of 11 November over those of a normal day.",
      source: "SPB"),
    .number(
      "season_factor", \.seasonFactor, 1...100,
      "Mean orders of a day of the season, the peak day included, over those of a normal day.",
      source: "SPB"),
    .integer("season_days", \.seasonDays, 0...90, "Days of the season before 11 November."),
    .number(
      "busiest_hour", \.busiestHour, 1...24, "Busiest hour over the mean hour of the peak day.",
      source: "ADO"),
    .sources(\.demand),
  ]

  public func check(_ report: RecordReport) {
    if seasonDays > 0, seasonFactor * Double(seasonDays + 1) < factor {
      report.error(
        "out-of-bounds", "with this factor of the peak day, the days before it have none left",
        at: "season_factor", help: ["the mean of the season counts the peak day in"])
    }
  }

  public func days(in year: Int) -> [PromotionDays] {
    let peak = CivilDate(year: year, month: 11, day: 11)!
    let rest = (seasonFactor * Double(seasonDays + 1) - factor) / Double(max(1, seasonDays))
    return [
      PromotionDays(first: peak, count: 1, factor: factor, busiestHour: busiestHour),
      PromotionDays(first: peak + -seasonDays, count: seasonDays, factor: rest, busiestHour: nil),
    ].filter { $0.count > 0 }
  }
}
