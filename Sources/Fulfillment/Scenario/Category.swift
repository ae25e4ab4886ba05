internal import Quantities
public import RandomVariates
public import ScenarioFile

/// What is sold: laws of price, weight and volume that each SKU of the category draws once.
public struct Category: Configurable {
  public var price = Law.constant(20)
  public var weight = Law.constant(0.5)
  public var volume = Law.constant(0.002)
  public var margin = 0.3
  public var dutyClass: Located<String>?
  public var origin: Located<String>?

  public init() {}

  public static let summary = "Price, weight and volume laws of the SKUs of a category."
  public static let parameters: [Parameter<Category>] = [
    .law("price", \.price, .money, "Price of one unit.", source: "RSF"),
    .law("weight", \.weight, .mass, "Weight of one unit.", source: "RSW"),
    .law("volume", \.volume, .volume, "Volume of one unit."),
    .fraction("margin", \.margin, "Seller's margin on the price; the rest is the cost of goods."),
    .optionalReference(
      "duty_class", \.dutyClass, to: "duty class",
      "Class of the goods by which customs tells them apart; 'general' if left out."),
    .optionalReference(
      "origin", \.origin, to: "country",
      "Where the goods come from; the country of their seller's place if left out."),
  ]

  public func check(_ report: RecordReport) {
    report.requireMean(of: price, "price", atMost: Category.priceMaximum, "1e9 of the currency")
    report.requireMean(of: weight, "weight", atMost: Category.weightMaximum, "100 t")
    report.requireMean(of: volume, "volume", atMost: Category.volumeMaximum, "10,000 m3")
  }

  /// Largest price, weight [kg] and volume [m3] of one unit.
  static let priceMaximum = 1e9
  static let weightMaximum = 1e5
  static let volumeMaximum = 1e4
}
