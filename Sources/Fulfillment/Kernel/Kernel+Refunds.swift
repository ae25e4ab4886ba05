internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// What goods that come back cost, and what is paid back for them.
extension Kernel {
  /// What a line of an order has paid of referral fees that are counted order by order.
  mutating func referral(of line: LineRow, _ order: OrderRow, units: Int64) -> Int64 {
    var sum: Int64 = 0
    for fee in view.commerce.fees where fee.account == .referralFee {
      if fee.sparesOwnSites, view.isOwnSite[Int(line.site)] { continue }
      let row = fee.row(placed: order.placed, units: units) + Int(line.sku)
      sum = sum.saturatingSum(fee.perUnit[row].saturatingProduct(Int64(line.units)))
    }
    return sum
  }

  /// What an order has paid of referral fees besides those of its lines.
  mutating func referralPerOrder(_ order: OrderRow, units: Int64) -> Int64 {
    var sum: Int64 = 0
    for fee in view.commerce.fees where fee.account == .referralFee {
      var perOrder: Int64 = 0
      var line = order.firstLine
      while line >= 0 {
        let row = lines.rows[Int(line)]
        line = row.next
        if row.site < 0 || fee.sparesOwnSites && view.isOwnSite[Int(row.site)] { continue }
        let sku = fee.row(placed: order.placed, units: units) + Int(row.sku)
        perOrder = max(perOrder, fee.perOrder[sku])
      }
      sum = sum.saturatingSum(perOrder)
    }
    return sum
  }

  /// The way back, and what is done at its end.
  mutating func chargeWayBack(
    _ parcel: UnsafeMutablePointer<ShipmentRow>, _ load: Load, isUndelivered: Bool
  ) {
    let table = view.customers.unsafelyUnwrapped
    let weight = Int64(saturating: table.pointee.perGram * Double(load.grams))
    let price = isUndelivered ? table.pointee.perRefused : table.pointee.perParcel
    post(
      .returnHandling, from: isUndelivered ? table.pointee.refusedPayer : table.pointee.returnPayer,
      to: .carrier, micros: price &+ weight, for: parcel)
    let itinerary = view.itineraries[Int(parcel.pointee.itinerary)]
    let first = Int(itinerary.firstCharge)
    for index in first..<(first &+ Int(itinerary.chargeCount)) {
      let charge = view.charges + Int(view.itineraryCharges[index])
      post(
        charge.pointee.account, from: charge.pointee.payer, to: charge.pointee.payee,
        micros: amount(of: charge, load), for: parcel)
    }
  }

  /// The buyer gets back what was paid for the goods and, if all of a shipment comes back, for bringing
  /// them; the seller gets back goods and referral fee.
  mutating func refund(_ parcel: UnsafeMutablePointer<ShipmentRow>, _ load: Load) {
    let table = view.customers.unsafelyUnwrapped
    post(.refund, from: .seller, to: .buyer, micros: load.value, for: parcel)
    post(.costOfGoods, from: .seller, to: .outside, micros: -load.cost, for: parcel)
    let care = customers.shipments.rows[Int(parcel - shipments.rows)]
    let isWhole = care.isWhole && table.pointee.refundsShipping
    if table.pointee.refundsShipping, care.shipping != 0 {
      post(
        .refund, from: view.commerce.shippingFeePayee, to: .buyer, micros: care.shipping,
        for: parcel)
    }
    if care.referral != 0 {
      let part = table.pointee.referralRefunded * Double(care.referral)
      post(
        .referralFee, from: .seller, to: .platform, micros: -Int64(saturating: part), for: parcel)
    }
    let zone = Int(orders.rows[Int(parcel.pointee.order)].zone)
    let out = view.itineraryOf[Int(~parcel.pointee.site) &* view.zoneCount &+ zone]
    let itinerary = view.itineraries[Int(out)]
    let first = Int(itinerary.firstCharge)
    for index in first..<(first &+ Int(itinerary.chargeCount)) {
      let charge = view.charges + Int(view.itineraryCharges[index])
      if charge.pointee.account == .referralFee {
        let part = table.pointee.referralRefunded * Double(amount(of: charge, load))
        post(
          .referralFee, from: charge.pointee.payer, to: charge.pointee.payee,
          micros: -Int64(saturating: part), for: parcel)
      } else if isWhole, charge.pointee.payer == .buyer {
        // Carriers and states keep what they got: the seller pays.
        let payee = charge.pointee.payee
        post(
          .refund, from: payee == .platform ? .platform : .seller, to: .buyer,
          micros: amount(of: charge, load), for: parcel)
      }
    }
  }
}
