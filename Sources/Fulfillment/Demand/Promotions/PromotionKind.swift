public import ScenarioFile

/// A kind of promotion. To add one: a file here and a line in `Registrations.promotions`.
public protocol PromotionKind: Configurable {
  /// Sources of demand that it concerns; all if empty.
  var demand: [Located<String>] { get }
  /// Its days in a year, most of them in that year.
  func days(in year: Int) -> [PromotionDays]
}

extension Parameter where Owner: PromotionKind {
  /// The parameters that all kinds of promotions share.
  static func sources(_ keyPath: WritableKeyPath<Owner, [Located<String>]> & Sendable) -> Self {
    .references(
      "demand", keyPath, to: "source of demand",
      "Sources of demand that it concerns; all if left out. A `trace` is never changed.")
  }
}
