/// What money is posted for.
public enum Account: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case merchandise, referralFee, fulfillmentFee, shippingFee
  case inbound, storage, pick, pack, laborIdle, fixed
  case firstMile, linehaul, freight, handling, duty, importTax, brokerage, lastMile

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
    }
  }

  /// True where money buys a resource that serving takes; false for transfers between the parties.
  public var isCostToServe: Bool {
    switch self {
    case .merchandise, .referralFee, .fulfillmentFee, .shippingFee: false
    default: true
    }
  }
}

/// Who pays or is paid. `outside` stands for labor, landlords and suppliers beyond the model.
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
