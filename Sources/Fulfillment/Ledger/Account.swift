/// What money is posted for.
public enum Account: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case merchandise, referralFee, fulfillmentFee, shippingFee
  case inbound, storage, pick, pack, laborIdle, fixed
  case firstMile, linehaul, freight, handling, duty, importTax, brokerage, lastMile
  case costOfGoods, logisticsFee, listingFee, subsidy, storageFee, capital
  case writeOff, refund, returnHandling

  /// Name in results, snake_case.
  public var name: String {
    switch self {
    case .merchandise: "merchandise"
    case .referralFee: "referral_fee"
    case .fulfillmentFee: "fulfillment_fee"
    case .shippingFee: "shipping_fee"
    case .inbound: "inbound"
    case .storage: "storage"
    case .pick: "pick"
    case .pack: "pack"
    case .laborIdle: "labor_idle"
    case .fixed: "fixed"
    case .firstMile: "first_mile"
    case .linehaul: "linehaul"
    case .freight: "freight"
    case .handling: "handling"
    case .duty: "duty"
    case .importTax: "import_tax"
    case .brokerage: "brokerage"
    case .lastMile: "last_mile"
    case .writeOff: "write_off"
    case .costOfGoods: "cost_of_goods"
    case .logisticsFee: "logistics_fee"
    case .listingFee: "listing_fee"
    case .subsidy: "subsidy"
    case .storageFee: "storage_fee"
    case .capital: "capital"
    case .refund: "refund"
    case .returnHandling: "return_handling"
    }
  }

  /// True where money buys a resource that serving takes; false for transfers between the parties and for
  /// what the goods themselves cost.
  public var isCostToServe: Bool {
    switch self {
    case .merchandise, .referralFee, .fulfillmentFee, .shippingFee, .costOfGoods,
      .logisticsFee, .listingFee, .subsidy, .storageFee, .refund:
      false
    default: true
    }
  }

  /// True where nothing is due unless somebody takes the goods.
  var isDueOnSale: Bool {
    switch self {
    case .merchandise, .costOfGoods, .referralFee, .fulfillmentFee, .shippingFee, .logisticsFee:
      true
    default: false
    }
  }
}

/// Who pays or is paid. `facilityOperator` runs facilities that belong neither to the seller nor to the
/// platform; `outside` stands for labor, landlords and suppliers beyond the model.
public enum Party: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case buyer, seller, platform, carrier, facilityOperator, state, outside

  /// Name in results, snake_case.
  public var name: String {
    switch self {
    case .facilityOperator: "operator"
    default: "\(self)"
    }
  }
}
