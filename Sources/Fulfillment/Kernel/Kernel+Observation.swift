/// Everything that an order's time and money go through, so that whoever watches sees all of it.
extension Kernel {
  /// Books time on a stage of a shipment.
  ///
  /// - Parameter atStep: False while it waits for stock, before the first step.
  @inline(__always)
  mutating func spend(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, _ stage: Stage, from start: Int64,
    to end: Int64, atStep: Bool = true
  ) {
    shipment.pointee.stages.add(stage, from: start, to: end)
    // What a way back takes is no time of the order's.
    if Observer.isOn, shipment.pointee.site >= 0 {
      let step = atStep ? shipment.pointee.step : -1
      observe(shipment, .spent(stage: stage, step: step, from: start, to: end))
    }
  }

  /// Posts what an observed shipment costs.
  @inline(__always)
  mutating func post(
    _ account: Account, from payer: Party, to payee: Party, micros: Int64,
    for shipment: UnsafeMutablePointer<ShipmentRow>
  ) {
    books.post(account, from: payer, to: payee, micros: micros)
    if view.isSliced, account.isCostToServe { bookSlice(micros, for: shipment) }
    if Observer.isOn {
      let posting = Fact.Posting(account: account, payer: payer, payee: payee, micros: micros)
      observe(shipment, .posted(posting, step: shipment.pointee.step))
    }
  }

  /// Posts what the window costs, however many orders there were.
  mutating func postOverhead(_ account: Account, of site: Int, micros: Int64) {
    postOverhead(account, from: network.tables.siteOwners[site], to: .outside, micros: micros)
  }

  mutating func postOverhead(_ account: Account, from payer: Party, to payee: Party, micros: Int64)
  {
    books.post(account, from: payer, to: payee, micros: micros)
    if Observer.isOn {
      observer.pointee.noteOverhead(
        Fact.Posting(account: account, payer: payer, payee: payee, micros: micros))
    }
  }

  /// What happens to an order as a whole.
  mutating func observe(order slot: Int32, _ what: Fact.What) {
    let order = orders.rows[Int(slot)]
    observer.pointee.note(
      Fact(order: order.number, shipment: 0, isObserved: order.isObserved, what: what))
  }

  mutating func observe(_ shipment: UnsafeMutablePointer<ShipmentRow>, _ what: Fact.What) {
    let order = orders.rows[Int(shipment.pointee.order)]
    if order.isInbound {
      // A replenishment belongs to no order.
      if case .posted(let posting, _) = what { observer.pointee.noteOverhead(posting) }
      return
    }
    observer.pointee.note(
      Fact(
        order: order.number, shipment: shipment.pointee.ordinal, isObserved: order.isObserved,
        what: what))
  }

  mutating func observePlacing(_ number: UInt64, now: Int64) {
    observer.pointee.place(
      PlacedOrder(
        number: number, at: now,
        deadline: view.promise.deadline(zone: Int(draft.zone), placed: now), zone: draft.zone,
        seller: draft.seller, lines: (0..<draft.lineCount).map { draft.lines[$0] },
        isObserved: now >= clock.warmUpEnd))
  }
}
