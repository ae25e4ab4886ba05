internal import DiscreteEvent
internal import Foundation
internal import RandomVariates

/// Whether the market's orders come to this strategy, and what is counted of them by channel and zone.
extension Kernel {
  /// Whether the drafted order comes: not if the promise is too slow for this customer, nor if the shop
  /// shows too little of a SKU. One uniform number keyed by the order decides, so that strategies with slower
  /// promises have a part of the orders of faster ones.
  mutating func comes(number: UInt64, isObserved: Bool, now: Int64) -> Bool {
    if isObserved { demand.tally.pointee.potential &+= 1 }
    if view.hasResponse, declines(number: number, now: now) {
      if isObserved { demand.tally.pointee.declined &+= 1 }
      miss(number: number, isObserved: isObserved, now: now)
      return false
    }
    if view.hasListing {
      guard isShown(number: number) else {
        if isObserved { demand.tally.pointee.soldOut &+= 1 }
        miss(number: number, isObserved: isObserved, now: now)
        return false
      }
      if isObserved, isOversold() { demand.tally.pointee.oversold &+= 1 }
    }
    return true
  }

  private mutating func declines(number: UInt64, now: Int64) -> Bool {
    let deadline = view.ownPromise.deadline(zone: Int(draft.zone), placed: now)
    let promised = min(deadline &- now, ResponseTable.longest) &- view.response.reference
    if promised <= 0 { return false }
    stream.seat(
      seed: run.seed, purpose: view.responsePurpose, replication: run.replication, entity: number)
    return stream.uniform() >= exp(-view.response.lossPerMicrosecond * Double(promised))
  }

  /// Counts what an order that does not come would have been worth.
  private mutating func miss(number: UInt64, isObserved: Bool, now: Int64) {
    guard isObserved else { return }
    var value: Int64 = 0
    for line in 0..<draft.lineCount {
      let price = view.skuPrice[Int(draft.lines[line].sku)]
      value = value.saturatingSum(price.saturatingProduct(Int64(draft.lines[line].units)))
    }
    demand.tally.pointee.lostSales = demand.tally.pointee.lostSales.saturatingSum(value)
    tally.orderHash &+= mixed(~number, UInt64(bitPattern: now))
  }

  // MARK: What the shop shows

  /// Whether the order's channel shows enough of each line; takes them off if so.
  private mutating func isShown(number: UInt64) -> Bool {
    let channel = Int(view.channelOfSource[Int(number >> OrderNumber.sourceShift)])
    let shown = demand.shown + channel &* view.skuCount
    for line in 0..<draft.lineCount {
      let wanted = draft.lines[line]
      shown[Int(wanted.sku)] &-= Int64(wanted.units)
      guard shown[Int(wanted.sku)] < 0 else { continue }
      for back in 0...line {
        shown[Int(draft.lines[back].sku)] &+= Int64(draft.lines[back].units)
      }
      return false
    }
    return true
  }

  /// Whether all sites together have less of some line than is ordered.
  private mutating func isOversold() -> Bool {
    for line in 0..<draft.lineCount {
      var onHand: Int64 = 0
      for site in 0..<view.siteCount where view.siteStock[site] >= 0 {
        let row = view.stockRowOf[Int(view.siteStock[site]) + Int(draft.lines[line].sku)]
        if row >= 0 { onHand &+= Int64(stocks[Int(row)].onHand) }
      }
      if onHand < Int64(draft.lines[line].units) { return true }
    }
    return false
  }

  /// All channels hear of the stock: what is on hand and not promised, less the buffer.
  mutating func updateListing(now: Int64) {
    let skus = view.skuCount
    demand.shown.update(repeating: -Int64(view.listing.buffer), count: skus)
    for row in 0..<view.stockCount {
      let state = stocks + row
      demand.shown[Int(view.stockSpecs[row].sku)] &+=
        Int64(state.pointee.onHand) &- Int64(state.pointee.backordered)
    }
    for sku in 0..<skus { demand.shown[sku] = max(0, demand.shown[sku]) }
    for channel in 1..<max(1, view.channelCount) {
      (demand.shown + channel * skus).update(from: demand.shown, count: skus)
    }
    let next = now + view.listing.interval
    if next < clock.windowEnd { schedule(KernelEvent(.listing), at: next) }
  }

  // MARK: By channel and zone

  /// The slices of an order: -1 for none.
  @inline(__always)
  private mutating func slices(number: UInt64, zone: Int32) -> (channel: Int, group: Int) {
    let channels = view.slicedChannels
    return (
      channels > 0 ? Int(view.channelOfSource[Int(number >> OrderNumber.sourceShift)]) : -1,
      view.groupOfZone[Int(zone)] >= 0 ? channels &+ Int(view.groupOfZone[Int(zone)]) : -1
    )
  }

  mutating func countPlaced(number: UInt64, zone: Int32) {
    let (channel, group) = slices(number: number, zone: zone)
    if channel >= 0 { demand.slices[channel].placed &+= 1 }
    if group >= 0 { demand.slices[group].placed &+= 1 }
  }

  mutating func countDelivered(number: UInt64, zone: Int32, ticks: Int64, isOnTime: Bool) {
    let (channel, group) = slices(number: number, zone: zone)
    if channel >= 0 {
      demand.slices[channel].add(ticks: ticks, isOnTime: isOnTime)
      outcome.channelClickToDoor[channel].insert(Double(ticks) / 360_000)
    }
    if group >= 0 { demand.slices[group].add(ticks: ticks, isOnTime: isOnTime) }
  }

  /// Counts the days until whose end an order was at its door.
  mutating func countDays(_ order: OrderRow) {
    for index in 0..<view.dayLimits.count
    where order.delivered
      <= view.dayLimits[index].deadline(zone: Int(order.zone), placed: order.placed)
    {
      outcome.deliveredWithinDays[index] &+= 1
    }
  }

  /// Books what was posted for a shipment of an order to its channel and group of zones.
  @inline(never)
  mutating func bookSlice(_ micros: Int64, for shipment: UnsafeMutablePointer<ShipmentRow>) {
    let order = orders.rows[Int(shipment.pointee.order)]
    if order.isInbound { return }
    let (channel, group) = slices(number: order.number, zone: order.zone)
    if channel >= 0 { demand.slices[channel].cost &+= micros }
    if group >= 0 { demand.slices[group].cost &+= micros }
  }

  /// Copies the counters and checks that nobody got lost between market and strategy.
  mutating func finishDemand() {
    let counts = demand.tally.pointee
    outcome.ordersDeclined = counts.declined
    outcome.ordersSoldOut = counts.soldOut
    outcome.ordersOversold = counts.oversold
    outcome.lostSales = counts.lostSales
    outcome.ordersPotential = view.isSelective ? counts.potential : tally.ordersPlaced
    if outcome.ordersPotential != tally.ordersPlaced + counts.declined + counts.soldOut {
      violation("potential orders are not placed, declined and sold out")
    }
    outcome.slices = (0..<demand.sliceCount).map { demand.slices[$0] }
    let groups = [0..<view.slicedChannels, view.slicedChannels..<demand.sliceCount]
    for group in groups where !group.isEmpty {
      let slices = outcome.slices[group]
      if slices.reduce(0, { $0 + $1.placed }) != tally.ordersPlaced
        || slices.reduce(0, { $0 + $1.delivered }) != tally.ordersDelivered
        || slices.reduce(0, { $0 + $1.clickToDoorTicks }) != tally.clickToDoorTicks
      {
        violation("the orders of all channels or groups of zones are not all orders")
      }
    }
  }
}
