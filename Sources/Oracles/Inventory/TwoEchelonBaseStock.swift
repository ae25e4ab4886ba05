internal import CGSL

/// A depot that replenishes shops one for one (METRIC's system), solved exactly.
///
/// Poisson demand of single units at the shops, base stock everywhere, backorders served first come, first served,
/// constant times of transport. What is on order at a shop is its part of the depot's backorders, binomial given
/// their number, and what it has asked for within its transport time, Poisson; both are independent.
///
/// - Source: [graves1985]; [sherbrooke1968] takes the mean of the wait at the depot instead.
public struct TwoEchelonBaseStock: Sendable {
  /// One shop.
  public struct Shop: Sendable, Hashable {
    public var level: Int
    public var demandRate: Double
    public var transport: Double

    public init(level: Int, demandRate: Double, transport: Double) {
      precondition(level >= 0 && demandRate > 0 && transport >= 0, "a shop that sells")
      self.level = level
      self.demandRate = demandRate
      self.transport = transport
    }
  }

  public let depotLevel: Int
  public let leadTime: Double
  public let shops: [Shop]
  public private(set) var depotOnHandMean = 0.0
  public private(set) var depotBackorderedMean = 0.0
  /// Per shop.
  public private(set) var onHandMeans: [Double] = []
  public private(set) var backorderedMeans: [Double] = []
  public private(set) var fillRates: [Double] = []

  /// - Parameter leadTime: Of the depot's own supplier, constant, > 0.
  public init(depotLevel: Int, leadTime: Double, shops: [Shop]) {
    precondition(depotLevel >= 0 && leadTime > 0 && !shops.isEmpty, "a depot with shops")
    self.depotLevel = depotLevel
    self.leadTime = leadTime
    self.shops = shops
    let total = shops.reduce(0) { $0 + $1.demandRate }
    let depot = PoissonBaseStock(level: depotLevel, demandRate: total, leadTime: leadTime)
    depotOnHandMean = depot.onHandMean
    depotBackorderedMean = depot.backorderedMean
    let owed = Self.owed(level: depotLevel, mean: total * leadTime)
    for shop in shops { solve(shop, owed: owed, share: shop.demandRate / total) }
  }

  /// Probabilities of 0, 1, … units backordered at the depot.
  private static func owed(level: Int, mean: Double) -> [Double] {
    let most = Int(mean + 12 * mean.squareRoot()) + 12
    var owed = [gsl_cdf_poisson_P(UInt32(level), mean)]
    for units in stride(from: 1, through: max(1, most - level), by: 1) {
      owed.append(gsl_ran_poisson_pdf(UInt32(level + units), mean))
    }
    return owed
  }

  private mutating func solve(_ shop: Shop, owed: [Double], share: Double) {
    var late = [Double](repeating: 0, count: owed.count)
    for (units, probability) in owed.enumerated() {
      for part in 0...units {
        late[part] += probability * gsl_ran_binomial_pdf(UInt32(part), share, UInt32(units))
      }
    }
    let moving = shop.demandRate * shop.transport
    var onHand = 0.0
    var filled = 0.0
    for onOrder in 0..<max(shop.level, 0) {
      var probability = 0.0
      for part in 0...min(onOrder, late.count - 1) {
        probability += late[part] * gsl_ran_poisson_pdf(UInt32(onOrder - part), moving)
      }
      onHand += Double(shop.level - onOrder) * probability
      filled += probability
    }
    let onOrderMean = share * depotBackorderedMean + moving
    onHandMeans.append(onHand)
    backorderedMeans.append(onOrderMean - Double(shop.level) + onHand)
    fillRates.append(filled)
  }

  /// Share of all demand that is met at once.
  public var fillRate: Double {
    let total = shops.reduce(0) { $0 + $1.demandRate }
    return zip(shops, fillRates).reduce(0) { $0 + $1.0.demandRate / total * $1.1 }
  }
}
