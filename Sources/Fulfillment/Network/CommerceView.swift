/// Commerce, raw.
struct CommerceView: BitwiseCopyable {
  var fees: UnsafeBufferPointer<FeeView>
  var shippingFee: Int64
  var freeShippingFrom: Int64
  var shippingFeePayee: Party
  var shippingPayer: Party
  var subsidies: UnsafeBufferPointer<SubsidyView>
  /// Whether what carriers are paid is kept per order.
  var tracksShipping: Bool

  init(_ table: CommerceTable, skuCount: Int, in memory: NetworkMemory) {
    fees = memory.buffer(table.fees.map { FeeView($0, skuCount: skuCount, in: memory) })
    shippingFee = table.shippingFee
    freeShippingFrom = table.freeShippingFrom
    shippingFeePayee = table.shippingFeePayee
    shippingPayer = table.shippingPayer
    subsidies = memory.buffer(table.subsidies.map { SubsidyView($0, in: memory) })
    tracksShipping = table.subsidies.contains { $0.bases.contains(.shippingCost) }
  }

  /// What the buyer pays for shipping.
  func shippingFee(value: Int64) -> Int64 { value >= freeShippingFrom ? 0 : shippingFee }
}

/// A fee table, raw.
struct FeeView: BitwiseCopyable {
  var account: Account
  var payee: Party
  var sparesOwnSites: Bool
  var changes: UnsafeBufferPointer<Int64>
  var bands: UnsafeBufferPointer<Int32>
  var perUnit: UnsafePointer<Int64>
  var perOrder: UnsafePointer<Int64>
  var skuCount: Int

  init(_ table: FeeTable, skuCount: Int, in memory: NetworkMemory) {
    account = table.account
    payee = table.payee
    sparesOwnSites = table.sparesOwnSites
    changes = memory.buffer(table.changes)
    bands = memory.buffer(table.bands)
    perUnit = memory.copy(table.perUnit)
    perOrder = memory.copy(table.perOrder)
    self.skuCount = skuCount
  }

  /// First row of the amounts that hold for orders of so many units placed at an instant.
  func row(placed instant: Int64, units: Int64) -> Int {
    let period = firstIndex(in: changes, atOrAfter: instant &+ 1)
    var band = bands.count - 1
    while band > 0, Int64(bands[band]) > units { band -= 1 }
    return (period * bands.count + band) * skuCount
  }
}

/// A subsidy, raw.
struct SubsidyView: BitwiseCopyable {
  var bases: SubsidySpec.Bases
  var payee: Party
  var share: Double
  var cap: Int64
  var budget: Int64
  var from: Int64
  var until: Int64
  private var isFor: UnsafePointer<Bool>?

  init(_ spec: SubsidySpec, in memory: NetworkMemory) {
    bases = spec.bases
    payee = spec.payee
    share = spec.share
    cap = spec.cap
    budget = spec.budget
    from = spec.from
    until = spec.until
    isFor = spec.isFor.isEmpty ? nil : memory.copy(spec.isFor)
  }

  func covers(seller: Int32, at instant: Int64) -> Bool {
    instant >= from && instant < until && isFor?[Int(seller)] ?? true
  }

  /// What it adds to a base [millionths].
  func amount(of base: Int64) -> Int64 {
    min(cap, Int64(saturating: share * Double(base)))
  }
}
