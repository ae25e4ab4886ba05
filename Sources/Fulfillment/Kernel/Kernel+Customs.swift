internal import RandomVariates

/// Rules that change from day to day: what is due on imports, and how long customs takes.
extension Kernel {
  /// A gate whose probability and delay are those of the day.
  mutating func passDatedGate(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ step: StepRow, from time: Int64
  ) -> Int64 {
    let gate = view.datedGates + Int(step.resource)
    let period = gate.pointee.period.index(at: time)
    let order = orders.rows + Int(shipment.pointee.order)
    seat(step.purpose, order: order.pointee.number, part: UInt64(shipment.pointee.ordinal))
    let probability = gate.pointee.probabilities[period]
    if probability < 1, stream.uniform() >= probability { return time }
    return end(
      of: duration(gate.pointee.laws[period]), from: time, shipment, calendar: gate.pointee.calendar
    )
  }

  /// Posts what is due on a shipment that is declared at an instant: the seller pays duty and tax to the
  /// state, and brokerage.
  ///
  /// Exemptions go by the value of the whole shipment; each line's duty and tax are rounded to the
  /// millionth, and amounts per parcel are due once, the highest of those of its lines.
  mutating func declare(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ table: Int32, at instant: Int64
  ) {
    let order = orders.rows[Int(shipment.pointee.order)]
    guard order.isObserved else { return }
    // Goods that are not sold yet are worth what they have cost.
    let worthOfUnit = order.isInbound ? view.skuCost : view.skuPrice
    let duties = view.duties + Int(table)
    let period = duties.pointee.period.index(at: instant)
    let rows = duties.pointee.rows + period &* view.dutyCodeCount
    let load = load(of: shipment)
    let value = order.isInbound ? load.cost : load.value
    var duty: Int64 = 0
    var tax: Int64 = 0
    var dutyOfParcel: Int64 = 0
    var taxOfParcel: Int64 = 0
    var taxRate = 0.0
    var line = order.firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      line = row.next
      if row.site != shipment.pointee.site { continue }
      let rules = rows[Int(view.skuDutyCode[Int(row.sku)])]
      var worth = worthOfUnit[Int(row.sku)].saturatingProduct(Int64(row.units))
      let grams = Int64(view.skuGrams[Int(row.sku)]) &* Int64(row.units)
      if value > rules.duty.above {
        let due = rules.duty.amount(value: worth, grams: grams)
        duty = duty.saturatingSum(due)
        worth = worth.saturatingSum(due)
        dutyOfParcel = max(dutyOfParcel, rules.duty.perParcel)
      }
      if value > rules.tax.above {
        tax = tax.saturatingSum(rules.tax.amount(value: worth, grams: grams))
        taxOfParcel = max(taxOfParcel, rules.tax.perParcel)
        taxRate = max(taxRate, rules.tax.rate)
      }
    }
    duty = duty.saturatingSum(dutyOfParcel)
    tax = tax.saturatingSum(taxOfParcel).saturatingSum(
      Int64(saturating: taxRate * Double(dutyOfParcel)))
    post(.duty, from: .seller, to: .state, micros: duty, for: shipment)
    post(.importTax, from: .seller, to: .state, micros: tax, for: shipment)
    post(
      .brokerage, from: .seller, to: .outside, micros: duties.pointee.brokerage[period],
      for: shipment)
  }
}
