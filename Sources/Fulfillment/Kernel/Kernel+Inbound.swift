internal import DiscreteEvent
internal import Quantities

/// Goods between stocks: a replenishment is a shipment whose door is a shelf.
///
/// It takes the steps of an itinerary like a customer's: lanes, buildings on the way, receiving and putaway. Its
/// order has no zone, and is counted among nobody's.
extension Kernel {
  /// A stock asks another one for units: what is on hand leaves at once, the rest is backordered there.
  mutating func request(_ units: Int32, from supplier: Int32, for row: Int32, now: Int64) {
    let itinerary = view.stockSpecs[Int(row)].inbound
    // A supplier whose goods never run out.
    if supplier < 0 { return dispatch(units, to: row, over: itinerary, from: -1, now: now) }
    let stock = stocks + Int(supplier)
    if view.hasForecasts { forecasts[Int(supplier)].demanded &+= Int64(units) }
    integrate(stock, now: now)
    let given = min(stock.pointee.onHand, units)
    if given > 0 {
      stock.pointee.onHand &-= given
      stock.pointee.taken &+= Int64(given)
      if view.hasStorageLimits { changeSpace(supplier, by: -given, now: now) }
      dispatch(given, to: row, over: itinerary, from: supplier, now: now)
    }
    if given < units { wait(for: supplier, by: -1 &- row, units: units &- given) }
    replenish(supplier, atOrBelow: stock.pointee.reorderPoint, now: now)
  }

  /// Units are short: they are fetched from the nearest sister sites that can spare some.
  mutating func fetch(_ row: Int32, units: Int32, now: Int64) {
    let spec = view.stockSpecs + Int(row)
    let site = view.inbounds + Int(spec.pointee.site)
    var short = units
    let first = Int(site.pointee.firstSister)
    for index in first..<(first &+ Int(site.pointee.sisterCount)) where short > 0 {
      let sister = view.sisters[index]
      let from = view.stockRowOf[
        Int(view.siteStock[Int(sister.site)]) + Int(spec.pointee.sku)]
      if from < 0 { continue }
      let stock = stocks + Int(from)
      let given = min(short, stock.pointee.onHand &- site.pointee.sistersKeep)
      if given <= 0 { continue }
      integrate(stock, now: now)
      stock.pointee.onHand &-= given
      stock.pointee.taken &+= Int64(given)
      if view.hasStorageLimits { changeSpace(from, by: -given, now: now) }
      stocks[Int(row)].onOrder &+= given
      if now >= clock.warmUpEnd, !isWindowOver {
        outcome.transshipped[Int(spec.pointee.site)] += Int(given)
      }
      dispatch(given, to: row, over: sister.itinerary, from: from, now: now)
      replenish(from, atOrBelow: stock.pointee.reorderPoint, now: now)
      short &-= given
    }
  }

  /// Units leave for a shelf; what they cost on the way is booked if that is inside the window.
  ///
  /// They set off by an event of their own, so that none arrives before who waits for it has sat down.
  mutating func dispatch(
    _ units: Int32, to row: Int32, over itinerary: Int32, from origin: Int32, now: Int64
  ) {
    let spec = view.stockSpecs + Int(row)
    let line = lines.allocate()
    lines.rows[Int(line)] = LineRow(
      sku: spec.pointee.sku, units: units, site: spec.pointee.site, next: -1)
    let order = orders.allocate()
    orders.rows[Int(order)] = OrderRow(
      number: spec.pointee.key &+ UInt64(stocks[Int(row)].dispatches), placed: now, delivered: 0,
      shipped: 0, firstLine: line, zone: -1, critical: origin, remaining: 1,
      isObserved: now >= clock.warmUpEnd && !isWindowOver)
    stocks[Int(row)].dispatches &+= 1
    let slot = shipments.allocate()
    shipments.rows[Int(slot)] = ShipmentRow(
      since: now, order: order, step: view.itineraries[Int(itinerary)].firstStep,
      itinerary: itinerary, site: spec.pointee.site, link: 0, units: units, lines: 1, ordinal: 0,
      stages: StageTimes())
    schedule(KernelEvent(.resume, slot), at: now)
  }

  /// A replenishment has reached its shelf.
  mutating func store(_ slot: Int32, now: Int64) {
    let shipment = shipments.rows[Int(slot)]
    let order = orders.rows[Int(shipment.order)]
    let line = lines.rows[Int(order.firstLine)]
    let row = view.stockRowOf[Int(view.siteStock[Int(line.site)]) + Int(line.sku)]
    if order.isObserved {
      let shipment = shipments.rows + Int(slot)
      var load = load(of: shipment)
      // Goods that are not sold yet are worth what they have cost.
      load.value = load.cost
      chargeItinerary(of: shipment, load)
    }
    lines.release(order.firstLine)
    orders.release(shipment.order)
    shipments.release(slot)
    let admitted = admit(line.units, to: row, from: order.critical, since: order.placed, now: now)
    receive(stock: row, units: admitted, now: now)
  }
}

extension OrderRow {
  /// Whether it brings goods to a shelf and not to a customer.
  var isInbound: Bool { zone < 0 }
}
