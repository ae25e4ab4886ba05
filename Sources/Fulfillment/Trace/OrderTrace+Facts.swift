internal import Quantities

extension OrderTrace {
  /// Puts names to the facts of one order.
  init(_ record: TraceRecorder.Record, of tables: NetworkTables) {
    let order = record.placed
    place = record.place
    placed = order.at
    deadline = order.deadline
    zone = tables.zoneNames[Int(order.zone)]
    zoneTimeZone = tables.zoneTimeZones[Int(order.zone)]
    seller = tables.sellerNames[Int(order.seller)]
    lines = order.lines.map { (tables.skus.names[Int($0.sku)], Int($0.units)) }
    for fact in record.facts { add(fact, tables) }
    // A step's wages are paid when it ends, its trip when it begins: find the step afterwards.
    for index in postings.indices {
      guard let at = postings[index].step else { continue }
      let shipment = postings[index].shipment
      postings[index].step = steps.lastIndex {
        $0.shipment == shipment && Int($0.index) == at
      }
    }
  }

  private mutating func add(_ fact: Fact, _ tables: NetworkTables) {
    let shipment = Int(fact.shipment) + 1
    switch fact.what {
    case .sourced(let site, _, let units, let lines, let awaited):
      shipments.append(
        Shipment(
          site: tables.siteNames[Int(site)], lines: lines, units: Int(units),
          awaited: Int(awaited), arrived: nil))
    case .spent(let stage, let step, let from, let to):
      steps.append(
        timed(shipment: shipment, stage: stage, index: step, from: from, to: to, tables))
    case .posted(let posting, let step):
      postings.append(
        Posting(
          shipment: shipment, account: posting.account, payer: posting.payer,
          payee: posting.payee, micros: posting.micros,
          step: tables.steps[Int(step)].primitive == .deliver ? nil : Int(step)))
    case .arrived(let at): shipments[shipment - 1].arrived = at
    case .closed(let delivered, let shipped, let cause):
      self.cause = cause
      lastShipment = shipment
      end = .delivered(at: delivered, shipped: shipped)
    case .lost: end = .lost
    case .declined: end = .declined
    case .canceled(let at): end = .canceled(at: at)
    case .refused(let at): end = .refused(at: at)
    case .settled: break
    }
  }

  private func timed(
    shipment: Int, stage: Stage, index: Int32, from: Int64, to: Int64, _ tables: NetworkTables
  ) -> Step {
    var step = Step(
      shipment: shipment, stage: stage, name: "stock", place: shipments[shipment - 1].site,
      from: from, to: to, timeZone: zoneTimeZone, index: index, isWait: true)
    guard index >= 0 else {
      if let site = tables.siteNames.firstIndex(of: step.place) {
        step.timeZone = tables.siteTimeZones[site]
      }
      return step
    }
    let row = tables.steps[Int(index)]
    step.name = row.text
    // A station's or a round's first time is the wait, if the two are told apart.
    let isFirst = !steps.contains { $0.shipment == shipment && $0.index == index }
    switch row.primitive {
    case .station, .round: step.isWait = isFirst
    case .departure: step.isWait = true
    case .travel: step.isWait = row.law < 0
    case .gate, .deliver, .store: step.isWait = false
    }
    guard row.label >= 0 else { return step }
    let label = tables.labels[Int(row.label)]
    step.name = label.name
    step.place = tables.siteNames[label.site]
    step.timeZone = tables.siteTimeZones[label.site]
    if label.toSite >= 0 { step.destination = tables.siteNames[label.toSite] }
    if label.toZone >= 0 { step.destination = tables.zoneNames[label.toZone] }
    return step
  }
}

extension Step {
  /// The primitive's name, where nobody gave a better one.
  fileprivate var text: String { "\(primitive)" }
}
