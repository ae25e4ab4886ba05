import Fulfillment
import Quantities
import Testing

/// One shop whose orders are all alike: one unit of 20 USD, 500 g and 2 L that cost its seller 14 USD. One
/// replication of a strategy on it, with the ledger of one order.
struct Shop {
  let model: Model
  let outcome: Outcome
  let network: Network

  /// - Parameters:
  ///   - strategy: Keys of the strategy, indented by six.
  ///   - demand: Keys of the shelf beside kind, seller and profile.
  init(
    _ strategy: String, demand: String = "rate: 20 orders/day",
    products: String = "[{name: A, price: 20 USD, weight: 500 g, volume: 2 L, margin: 30 %}]",
    experiment: String = "start: 2026-11-02, window: 10 d, drain: 60 d",
    sellers: String? = nil, market: String = "", isAllDelivered: Bool = true
  ) throws {
    let model = try Model(
      text: """
        name: shop
        experiment: {\(experiment)}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: \(sellers ?? "{shop: {places: [{name: home, x: 0 km, y: 0 km}], products: \(products)}}")
          demand: {clicks: {kind: shelf, seller: shop, profile: flat, \(demand)}}
          \(market)
        strategies:
          only:
        \(strategy)
        """)
    network = model.networks[0]
    self.model = model
    outcome = model.replicate(strategy: 0, RunSeed(seed: 7, replication: 0))
    #expect(outcome.violations == [])
    if isAllDelivered {
      #expect(outcome.ordersDelivered > 50)
      #expect(outcome.ordersDelivered == outcome.ordersPlaced)
    }
  }

  /// A seller who ships by carrier for 5 USD: 60 s of work at 36 USD/h, material of 0.25 USD.
  static func sellerShips(_ commerce: String) -> String {
    """
          facilities:
            desk: {kind: seller_site, handling: {time: 60 s, wage: 36 USD/h, paid: worked, servers: 9}, material: 0.25 USD}
          last_mile: {door: {kind: parcel_carrier, base: 5 USD, transit: 0 min}}
          paths: [{from: desk, last_mile: door}]
          sourcing: [{from: desk}]
          commerce: \(commerce)
    """
  }

  /// A fulfillment center at 0.70 USD an order and a carrier for 4 USD.
  static func centerShips(_ commerce: String, stock: String = "") -> String {
    """
          facilities:
            fc:
              kind: fulfillment_center
              sites: [{name: fc, x: 0 km, y: 0 km}]
              stock: {replenishment: {kind: base_stock, level: 10000}, lead_time: 1 d\(stock)}
              pick: {time: 0 min}
              pack: {time: 0 min}
              pick_fee: 0.40 USD
              overhead: 0.10 USD
              material: 0.20 USD
          last_mile: {door: {kind: parcel_carrier, base: 4 USD, transit: 0 min}}
          paths: [{from: fc, last_mile: door}]
          sourcing: [{from: fc}]
          commerce: \(commerce)
    """
  }

  /// Millionths that a party got less what it paid, of one order; nil if orders differ.
  func balance(_ party: Party) -> Int64? { perOrder(outcome.ledger.balance(of: party).micros) }

  /// Millionths posted on an account, of one order; nil if orders differ.
  func account(_ account: Account) -> Int64? { perOrder(outcome.ledger.total(account).micros) }

  /// When the observed orders were placed, in order [µs].
  var placed: [Int64] {
    model.roster(strategy: 0, RunSeed(seed: 7, replication: 0)).map(\.placed)
  }

  func total(_ account: Account) -> Int64 { outcome.ledger.total(account).micros }

  func perOrder(_ sum: Int64) -> Int64? {
    let (each, rest) = sum.quotientAndRemainder(dividingBy: Int64(outcome.ordersDelivered))
    return rest == 0 ? each : nil
  }

  /// The value of a measure, where it is a ratio.
  func measure(_ name: String) -> Double? {
    guard let index = network.measures.firstIndex(where: { $0.name == name }),
      case .ratio(let sum, let count) = network.values(of: outcome)[index]
    else { return nil }
    return sum / count
  }
}
