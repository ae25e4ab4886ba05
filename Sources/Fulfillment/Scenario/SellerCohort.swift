internal import Diagnostics
internal import Quantities
public import ScenarioFile

/// A group of sellers of one kind that expands to individuals, each with SKUs of its own.
public struct SellerCohort: Configurable {
  public var count = 1
  public var places: [Place] = []
  public var category: Located<String>?
  public var skus = 10
  public var popularity = 1.0
  public var products: [Product] = []
  public var orders: Double?
  public var channels: [Named<Double>] = []

  public init() {}

  public static let summary = "Sellers of one kind: how many, where, selling what."
  public static let parameters: [Parameter<SellerCohort>] = [
    .integer(
      "count", \.count, 1...1_000_000, "Individual sellers, spread over the places by weight."),
    .records("places", \.places, Place.self, "Where the sellers are.", required: true),
    .optionalReference("category", \.category, to: "category", "Category their SKUs draw from."),
    .integer("skus", \.skus, 1...10_000_000, "SKUs of each seller."),
    .number(
      "popularity", \.popularity, 0...5,
      "Zipf exponent of the SKUs' popularity; 0 makes them equally popular."),
    .records(
      "products", \.products, Product.self,
      "SKUs listed one by one, the same for each seller, instead of `skus` and `category`."),
    .optionalQuantity(
      "orders", \.orders, .rate, 0...1e12,
      "Mean orders of the whole cohort through all `channels`, over the simulated time.",
      unit: "1/d"),
    .namedFractions(
      "channels", \.channels,
      "Shares of sources of demand in those orders, instead of what the sources themselves say."),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("places", places.count, "place")
    report.requireWeight("places", places.map(\.weight), named: "weight")
    checkChannels(report)
    guard report.gives("products") else { return }
    report.requireSome("products", products.count, "SKU")
    report.requireWeight("products", products.map(\.popularity), named: "popularity")
    for key in ["skus", "category", "popularity"] { report.refuseBoth(key, "products") }
    var seen: Set<String> = []
    for product in products where !seen.insert(product.name.value).inserted {
      report.sink.error(
        "duplicate-name", "SKU '\(product.name.value)' is listed twice", at: product.name.location)
    }
  }
}

extension SellerCohort {
  private func checkChannels(_ report: RecordReport) {
    for (key, other) in [("orders", "channels"), ("channels", "orders")]
    where report.gives(key) && !report.gives(other) {
      report.error(
        "missing-key", "'\(key)' has no effect without '\(other)'", at: key,
        help: ["for example orders: 500 orders/day, channels: {web: 60 %, live: 40 %}"])
    }
    let sum = channels.reduce(0) { $0 + $1.value }
    if report.gives("orders"), report.gives("channels"), abs(sum - 1) > 1e-6 {
      report.error(
        "bad-shares", "the shares of the channels add up to \(NumberText.short(sum * 100)) %",
        at: "channels", help: ["they must add up to 100 %"])
    }
  }
}

/// One SKU written out.
public struct Product: Configurable {
  public var name = Located<String>("")
  public var popularity = 1.0
  public var price = 0.0
  public var weight = 0.5
  public var volume = 0.002
  public var margin = 0.3
  public var dutyClass: Located<String>?
  public var origin: Located<String>?

  public init() {}

  public static let summary = "One SKU with its popularity, price, weight and volume."
  public static let parameters: [Parameter<Product>] = [
    .reference("name", \.name, to: "SKU", "Name, unique in its list.", required: true),
    .number("popularity", \.popularity, 0...1e12, "Share of lines, relative to the other SKUs."),
    .quantity("price", \.price, .money, 0...1e9, "Price of one unit.", unit: "USD"),
    .quantity("weight", \.weight, .mass, 0...1e5, "Weight of one unit.", unit: "kg"),
    .quantity("volume", \.volume, .volume, 0...1e4, "Volume of one unit.", unit: "m3"),
    .fraction("margin", \.margin, "Seller's margin on the price."),
    .optionalReference(
      "duty_class", \.dutyClass, to: "duty class",
      "Class of the goods by which customs tells them apart; 'general' if left out."),
    .optionalReference(
      "origin", \.origin, to: "country",
      "Where the goods come from; the country of the seller's place if left out."),
  ]
}
