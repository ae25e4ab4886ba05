internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// The way back: what customers return or did not take is received, graded, restocked or written off.
///
/// A shipment on its way back has the complement of its origin's index as its site, and so have its lines.
extension Kernel {
  /// An order is delivered: decides what of it will come back, and sends it off.
  mutating func settleCustomers(_ slot: Int32, now: Int64) {
    forget(slot)
    orders.rows[Int(slot)].critical = OrderRow.ended
    // A parcel may be back before the next one is looked for: the order is held until all have set off.
    customers.orders.rows[Int(slot)].back &+= 1
    if view.customers.unsafelyUnwrapped.pointee.hasReturns, let sale = chooseReturns(slot) {
      var trips: UInt8 = 0
      while startReturn(slot, of: sale, ordinal: trips, now: now) { trips &+= 1 }
      if trips > 0, orders.rows[Int(slot)].isObserved { customers.tally.ordersReturned &+= 1 }
    }
    customers.orders.rows[Int(slot)].back &-= 1
    if customers.orders.rows[Int(slot)].back == 0 { releaseSettled(slot) }
  }

  private mutating func releaseSettled(_ slot: Int32) {
    if Observer.isOn { observe(order: slot, .settled) }
    release(slot)
  }

  /// What of an order was taken at the door.
  private struct Sale {
    var units: Int64 = 0
    var value: Int64 = 0
    /// Whether all of it is returned.
    var isReturned = true
  }

  /// Marks the lines that the customer will return by negative units; nil if there are none.
  private mutating func chooseReturns(_ slot: Int32) -> Sale? {
    let table = view.customers.unsafelyUnwrapped
    let number = orders.rows[Int(slot)].number
    let source = Int(number >> OrderNumber.sourceShift)
    var sale = Sale()
    var isAny = false
    var line = orders.rows[Int(slot)].firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      let this = Int(line)
      line = row.next
      if row.site < 0 { continue }
      sale.units &+= Int64(row.units)
      sale.value = sale.value.saturatingSum(
        view.skuPrice[Int(row.sku)].saturatingProduct(Int64(row.units)))
      if let rule = table.pointee.rule(of: row.sku, stream: source),
        draw(table.pointee.purposes.wish, of: number, sku: row.sku) < rule.pointee.rate
      {
        lines.rows[this].units = -row.units
        isAny = true
      } else {
        sale.isReturned = false
      }
    }
    return isAny ? sale : nil
  }

  /// Sends off one parcel with the marked lines of one origin; false if none are left.
  ///
  /// The delay is that of the line whose SKU comes first. What would set off after the run is kept.
  private mutating func startReturn(
    _ slot: Int32, of sale: Sale, ordinal: UInt8, now: Int64
  ) -> Bool {
    let table = view.customers.unsafelyUnwrapped
    let order = orders.rows[Int(slot)]
    var site: Int32 = -1
    var sku = Int32.max
    var line = order.firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      if row.units < 0, site < 0 { site = row.site }
      if row.units < 0, row.site == site { sku = min(sku, row.sku) }
      line = row.next
    }
    guard site >= 0,
      let rule = table.pointee.rule(of: sku, stream: Int(order.number >> OrderNumber.sourceShift))
    else { return false }
    stream.seat(
      seed: run.seed, purpose: table.pointee.purposes.delay, replication: run.replication,
      entity: order.number << OrderNumber.partBits)
    let start = order.delivered &+ duration(rule.pointee.delay)
    var care = ShipmentCare(isWhole: true)
    if view.hasCommerce, sale.isReturned, ordinal == 0 {
      care.shipping = view.commerce.shippingFee(value: sale.value)
      care.referral = referralPerOrder(order, units: sale.units)
    }
    var (count, units) = (UInt8(0), Int32(0))
    line = order.firstLine
    while line >= 0 {
      let row = lines.rows + Int(line)
      line = row.pointee.next
      guard row.pointee.site == site else { continue }
      if row.pointee.units > 0 {
        care.isWhole = false
        continue
      }
      row.pointee.units = -row.pointee.units
      if view.hasCommerce { care.referral &+= referral(of: row.pointee, order, units: sale.units) }
      count &+= 1
      units &+= row.pointee.units
      if start <= clock.limit { row.pointee.site = ~site }
    }
    if start > clock.limit { return startReturn(slot, of: sale, ordinal: ordinal, now: now) }
    let parcel = shipments.allocate()
    shipments.rows[Int(parcel)] = ShipmentRow(
      since: start, order: slot, step: 0, itinerary: 0, site: ~site, link: 0, units: units,
      lines: count, ordinal: ordinal, stages: StageTimes())
    customers.shipments.set(parcel, care)
    customers.orders.rows[Int(slot)].back &+= 1
    customers.tally.unitsSentBack &+= Int(units)
    if order.isObserved {
      customers.tally.unitsReturned &+= Int(units)
      customers.tally.parcelsReturned &+= 1
    }
    takeWayBack(parcel, to: site, from: start)
    execute(parcel, from: start, now: now)
    return true
  }

  /// A shipment that was not taken goes back, with its lines.
  mutating func turnAround(_ slot: Int32, from time: Int64) {
    let shipment = shipments.rows + Int(slot)
    let site = shipment.pointee.site
    var line = orders.rows[Int(shipment.pointee.order)].firstLine
    while line >= 0 {
      let row = lines.rows + Int(line)
      if row.pointee.site == site {
        row.pointee.site = ~site
        customers.tally.unitsSentBack &+= Int(row.pointee.units)
      }
      line = row.pointee.next
    }
    shipment.pointee.site = ~site
    takeWayBack(slot, to: site, from: time)
  }

  private mutating func takeWayBack(_ slot: Int32, to site: Int32, from time: Int64) {
    let shipment = shipments.rows + Int(slot)
    let zone = Int(orders.rows[Int(shipment.pointee.order)].zone)
    let row = view.customers.unsafelyUnwrapped.pointee.wayBackOf[Int(site) * view.zoneCount + zone]
    shipment.pointee.itinerary = row
    shipment.pointee.step = view.itineraries[Int(row)].firstStep
    shipment.pointee.since = time
    shipment.pointee.state = .moving
  }

  // MARK: Back

  /// A parcel is graded and where it came from: its goods are on hand again or written off, and what was
  /// paid for them is given back.
  mutating func takeBack(_ slot: Int32, now: Int64) {
    let shipment = shipments.rows[Int(slot)]
    let isObserved = orders.rows[Int(shipment.order)].isObserved
    let isUndelivered = customers.shipments.rows[Int(slot)].isUndelivered
    var (first, lost) = detach(slot, isUndelivered: isUndelivered)
    if isObserved {
      let parcel = shipments.rows + Int(slot)
      chargeWayBack(parcel, lost.load, isUndelivered: isUndelivered)
      if !isUndelivered { refund(parcel, lost.load) }
      post(.writeOff, from: .seller, to: .outside, micros: lost.cost, for: parcel)
      customers.tally.parcelsBack &+= 1
      customers.tally.unitsBack &+= Int(lost.load.units)
      customers.tally.unitsWrittenOff &+= Int(lost.units)
    }
    let order = shipment.order
    customers.orders.rows[Int(order)].back &-= 1
    shipments.release(slot)
    if customers.orders.rows[Int(order)].back == 0, orders.rows[Int(order)].remaining == 0 {
      releaseSettled(order)
    }
    while first >= 0 {
      let row = lines.rows[Int(first)]
      lines.release(first)
      first = row.next
      // Units below 0 are written off.
      if row.units > 0 { putBack(row.units, of: row.sku, at: ~row.site, now: now) }
    }
    lost.units = 0
  }

  /// What of a parcel is lost, and all that it carries.
  private struct Grades {
    var load: Load
    var units: Int64 = 0
    var cost: Int64 = 0
  }

  /// Takes the lines of a parcel out of their order and grades them: those written off have their units
  /// negated.
  private mutating func detach(_ slot: Int32, isUndelivered: Bool) -> (first: Int32, Grades) {
    let table = view.customers.unsafelyUnwrapped
    let shipment = shipments.rows[Int(slot)]
    let number = orders.rows[Int(shipment.order)].number
    let source = Int(number >> OrderNumber.sourceShift)
    var grades = Grades(load: load(of: shipments.rows + Int(slot)))
    var first: Int32 = -1
    var previous: Int32 = -1
    var line = orders.rows[Int(shipment.order)].firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      guard row.site == shipment.site else {
        previous = line
        line = row.next
        continue
      }
      let share =
        isUndelivered
        ? table.pointee.refusedNotResalable
        : table.pointee.rule(of: row.sku, stream: source)?.pointee.notResalable ?? 0
      let units = Int64(row.units)
      if share > 0, draw(table.pointee.purposes.grade, of: number, sku: row.sku) < share {
        grades.units &+= units
        grades.cost = grades.cost.saturatingSum(
          view.skuCost[Int(row.sku)].saturatingProduct(units))
        lines.rows[Int(line)].units = -row.units
        customers.tally.unitsLost &+= Int(units)
      } else {
        customers.tally.unitsRestocked &+= Int(units)
      }
      if previous < 0 {
        orders.rows[Int(shipment.order)].firstLine = row.next
      } else {
        lines.rows[Int(previous)].next = row.next
      }
      lines.rows[Int(line)].next = first
      first = line
      line = row.next
    }
    return (first, grades)
  }

  /// Units are on hand again where they came from.
  private mutating func putBack(_ units: Int32, of sku: Int32, at site: Int32, now: Int64) {
    let first = view.siteStock[Int(site)]
    if first < 0 { return }
    let row = view.stockRowOf[Int(first) + Int(sku)]
    if row < 0 { return }
    let stock = stocks + Int(row)
    integrate(stock, now: now)
    stock.pointee.onHand &+= units
    stock.pointee.received &+= Int64(units)
    if view.hasStorageLimits { changeSpace(row, by: units, now: now) }
    serve(row, now: now)
  }
}
