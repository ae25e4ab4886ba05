/// What sellers pay on one account: amounts by period, number of units and SKU.
struct FeeTable: Sendable {
  var account: Account
  var payee: Party
  /// True where units that ship from sellers' own sites are free of it.
  var sparesOwnSites = false
  /// Instants at which rates change, sorted [µs]; period p ends at the p-th.
  var changes: [Int64] = []
  /// Least units of an order of each band, ascending; the first is 1.
  var bands: [Int32] = [1]
  /// Millionths per unit, and once per order [periods x bands x SKUs].
  var perUnit: [Int64] = []
  var perOrder: [Int64] = []
}

/// Fees, shipping fee and subsidies of a strategy, where they are more than flat rates.
struct CommerceTable: Sendable {
  var fees: [FeeTable] = []
  /// Buyers pay this per order [millionths], unless its goods are worth `freeShippingFrom`.
  var shippingFee: Int64 = 0
  var freeShippingFrom = Int64.max
  var shippingFeePayee = Party.platform
  var shippingPayer = Party.seller
  var subsidies: [SubsidySpec] = []
}

/// What the platform adds to orders, as long as its budget lasts.
///
/// amount = min(cap, share x base), where the base is a sum of what the order's parties pay. What carriers are
/// paid is known at the door: until then the cap is set aside.
struct SubsidySpec: Sendable {
  struct Bases: OptionSet, Sendable, BitwiseCopyable {
    var rawValue: UInt8
    static let price = Bases(rawValue: 1)
    static let shippingFee = Bases(rawValue: 2)
    static let referralFee = Bases(rawValue: 4)
    /// What the payer of shipping pays for the first and the last mile.
    static let shippingCost = Bases(rawValue: 8)
    /// What sellers pay for being listed; by time, not by order.
    static let listing = Bases(rawValue: 16)
  }
  var name: String
  var bases: Bases
  var payee: Party
  var share: Double
  var cap: Int64
  var budget: Int64
  /// Orders placed in [from, until) [µs].
  var from: Int64
  var until: Int64
  /// Sellers whose orders it is for; empty: all [sellers].
  var isFor: [Bool]
}
