internal import RandomVariates

/// What customers do and what the strategy does about it, compiled; nil in a network where orders have no
/// other end than their delivery.
struct CustomerTable: Sendable {
  /// Row of the law of patience; -1: customers wait for ever.
  var patience: Int32 = -1
  /// Until when an order must have left its origin, and be at the door.
  var dispatch: PromiseTable?
  var delivery: PromiseTable?
  /// Orders paid in cash, and the refused share of the others.
  var cashShare = 0.0
  var prepaidRefusal = 0.0
  /// Refused share of orders paid in cash that took up to so long; the last holds for longer ones, too.
  var cashRefusal: [CashRefusal] = []
  var refusedNotResalable = 0.0
  var rules: [ReturnSpec] = []
  /// Rule of each stream of orders and category, -1 for none [streams x (categories + 1)]; the last
  /// category is that of SKUs without one.
  var ruleOf: [Int32] = []
  var categoryCount = 0
  /// Itinerary of the way back from each zone to each source, -1 where there is none [sites x zones].
  var wayBackOf: [Int32] = []
  /// What a parcel costs that goes back, and who pays for those returned and those undelivered.
  var perParcel: Int64 = 0
  var perRefused: Int64 = 0
  var perGram = 0.0
  var handling: Int64 = 0
  var returnPayer = Party.seller
  var refusedPayer = Party.seller
  var refundsShipping = true
  var referralRefunded = 1.0
}

/// Refused share of orders paid in cash that took up to so long.
struct CashRefusal: BitwiseCopyable {
  var within: Int64
  var probability: Double
}

/// A rule of returns, compiled.
struct ReturnSpec: BitwiseCopyable {
  var rate: Double
  /// Row of the law of the time from the delivery.
  var delay: Int32
  var notResalable: Double
}

/// The purposes of all that customers draw.
enum CustomerPurpose {
  static let patience = Purpose("customer.patience")
  static let payment = Purpose("customer.payment")
  static let refusal = Purpose("customer.refusal")
  static let attempt = Purpose("customer.attempt")
  static let wish = Purpose("customer.return")
  static let delay = Purpose("customer.return_delay")
  static let grade = Purpose("customer.grade")
  static let collection = Purpose("customer.collection")

  static let all = [patience, payment, refusal, attempt, wish, delay, grade, collection]
}

/// The table, raw.
struct CustomerView: BitwiseCopyable {
  let patience: Int32
  let hasDispatch: Bool
  let dispatch: PromiseView
  let hasDelivery: Bool
  let delivery: PromiseView
  let cashShare: Double
  let prepaidRefusal: Double
  let cashRefusal: UnsafePointer<CashRefusal>
  let cashRefusalCount: Int
  let refusedNotResalable: Double
  let rules: UnsafePointer<ReturnSpec>
  let ruleOf: UnsafePointer<Int32>
  let hasReturns: Bool
  let categoryCount: Int
  let categoryOf: UnsafePointer<Int32>
  let wayBackOf: UnsafePointer<Int32>
  let perParcel: Int64
  let perRefused: Int64
  let perGram: Double
  let handling: Int64
  let returnPayer: Party
  let refusedPayer: Party
  let refundsShipping: Bool
  let referralRefunded: Double
  let purposes: Keys

  /// Keys of the purposes.
  struct Keys: BitwiseCopyable {
    let patience = CustomerPurpose.patience.key
    let payment = CustomerPurpose.payment.key
    let refusal = CustomerPurpose.refusal.key
    let attempt = CustomerPurpose.attempt.key
    let wish = CustomerPurpose.wish.key
    let delay = CustomerPurpose.delay.key
    let grade = CustomerPurpose.grade.key
    let collection = CustomerPurpose.collection.key
  }

  init(_ table: CustomerTable, of network: NetworkTables, in memory: NetworkMemory) {
    patience = table.patience
    hasDispatch = table.dispatch != nil
    dispatch = PromiseView(table.dispatch ?? network.promise, in: memory)
    hasDelivery = table.delivery != nil
    delivery = PromiseView(table.delivery ?? network.promise, in: memory)
    cashShare = table.cashShare
    prepaidRefusal = table.prepaidRefusal
    cashRefusal = memory.copy(table.cashRefusal)
    cashRefusalCount = table.cashRefusal.count
    refusedNotResalable = table.refusedNotResalable
    rules = memory.copy(table.rules)
    ruleOf = memory.copy(table.ruleOf)
    hasReturns = !table.rules.isEmpty
    categoryCount = table.categoryCount
    categoryOf = memory.copy(network.skus.category)
    wayBackOf = memory.copy(table.wayBackOf)
    perParcel = table.perParcel
    perRefused = table.perRefused
    perGram = table.perGram
    handling = table.handling
    returnPayer = table.returnPayer
    refusedPayer = table.refusedPayer
    refundsShipping = table.refundsShipping
    referralRefunded = table.referralRefunded
    purposes = Keys()
  }

  /// The rule of returns of a SKU bought through a stream of orders; nil if it is kept.
  func rule(of sku: Int32, stream: Int) -> UnsafePointer<ReturnSpec>? {
    let category = categoryOf[Int(sku)]
    let column = category < 0 ? categoryCount : Int(category)
    let row = ruleOf[stream * (categoryCount + 1) + column]
    return row < 0 ? nil : rules + Int(row)
  }

  /// Whether an order is refused that was under way for `wait`, by draws from the unit interval.
  func refuses(payment: Double, refusal: Double, wait: Int64) -> Bool {
    guard payment < cashShare else { return refusal < prepaidRefusal }
    for index in 0..<cashRefusalCount where wait <= cashRefusal[index].within {
      return refusal < cashRefusal[index].probability
    }
    return cashRefusalCount > 0 && refusal < cashRefusal[cashRefusalCount - 1].probability
  }
}
