internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// Shipments and orders end; the run ends.
extension Kernel {
  /// A shipment reaches its door at `instant`, which may lie ahead of `now`.
  @inline(__always)
  mutating func deliver(_ slot: Int32, at instant: Int64, now: Int64) {
    let shipment = shipments.rows + Int(slot)
    if Observer.isOn { observe(shipment, .arrived(at: instant)) }
    let orderSlot = shipment.pointee.order
    let order = orders.rows + Int(orderSlot)
    if order.pointee.isObserved {
      charge(shipment)
      if view.hasCapitalCost { postCapital(shipment, at: instant) }
    }
    if view.hasCustomers { markShipped(shipment, at: order.pointee.placed) }
    order.pointee.remaining &-= 1
    if order.pointee.critical < 0 || instant >= order.pointee.delivered {
      if order.pointee.critical >= 0 { shipments.release(order.pointee.critical) }
      order.pointee.critical = slot
      order.pointee.delivered = instant
    } else {
      shipments.release(slot)
    }
    if order.pointee.remaining == 0 { close(orderSlot, now: now) }
  }

  /// What a shipment carries.
  struct Load {
    var lines: Int64
    var units: Int64 = 0
    var grams: Int64 = 0
    /// What the merchandise is sold for, and what it has cost [millionths].
    var value: Int64 = 0
    var cost: Int64 = 0
    /// Known only where a charge depends on it [cm3].
    var volume: Int64 = 0
  }

  @inline(__always)
  mutating func load(of shipment: UnsafeMutablePointer<ShipmentRow>) -> Load {
    var load = Load(lines: Int64(shipment.pointee.lines))
    var line = orders.rows[Int(shipment.pointee.order)].firstLine
    while line >= 0 {
      let row = lines.rows[Int(line)]
      if row.site == shipment.pointee.site {
        let units = Int64(row.units)
        load.grams &+= Int64(view.skuGrams[Int(row.sku)]) &* units
        load.value = load.value.saturatingSum(
          view.skuPrice[Int(row.sku)].saturatingProduct(units))
        load.cost = load.cost.saturatingSum(view.skuCost[Int(row.sku)].saturatingProduct(units))
        load.units &+= units
      }
      line = row.next
    }
    if view.usesVolume { load.volume = size(of: shipment).volume }
    return load
  }

  /// Posts everything that the itinerary charges one shipment, and the merchandise it carries.
  private mutating func charge(_ shipment: UnsafeMutablePointer<ShipmentRow>) {
    let load = load(of: shipment)
    post(.merchandise, from: .buyer, to: .seller, micros: load.value, for: shipment)
    post(.costOfGoods, from: .seller, to: .outside, micros: load.cost, for: shipment)
    tally.unitsDelivered &+= Int(load.units)
    chargeItinerary(of: shipment, load)
  }

  /// Posts what its itinerary charges a shipment with a load.
  @inline(__always)
  mutating func chargeItinerary(of shipment: UnsafeMutablePointer<ShipmentRow>, _ load: Load) {
    let carried = carried + Int(shipment.pointee.itinerary)
    carried.pointee.shipments &+= 1
    carried.pointee.grams &+= load.grams
    let itinerary = view.itineraries[Int(shipment.pointee.itinerary)]
    let first = Int(itinerary.firstCharge)
    var count = Int(itinerary.chargeCount)
    if !chargesEach {
      carried.pointee.counted &+= 1
      carried.pointee.lines &+= load.lines
      carried.pointee.units &+= load.units
      count = Int(itinerary.weighedCharges)
    }
    for index in first..<(first &+ count) {
      let charge = view.charges + Int(view.itineraryCharges[index])
      let amount = amount(of: charge, load)
      post(
        charge.pointee.account, from: charge.pointee.payer, to: charge.pointee.payee,
        micros: amount, for: shipment)
      if view.tracksShipping, !orders.rows[Int(shipment.pointee.order)].isInbound {
        noteShipping(
          charge.pointee.account, payer: charge.pointee.payer, micros: amount,
          order: shipment.pointee.order)
      }
    }
  }

  /// Posts the charges that only the number of shipments, lines and units decides, all at once.
  mutating func chargeCounted() {
    let tables = network.tables
    for (index, itinerary) in tables.itineraries.enumerated() {
      let carried = carried[index]
      if carried.counted == 0 { continue }
      let first = Int(itinerary.firstCharge)
      let rows = first + Int(itinerary.weighedCharges)..<first + Int(itinerary.chargeCount)
      for row in tables.itineraryCharges[rows] {
        let charge = tables.charges[Int(row)]
        let amount = charge.perShipment.saturatingProduct(carried.counted)
          .saturatingSum(charge.perLine.saturatingProduct(carried.lines))
          .saturatingSum(charge.perUnit.saturatingProduct(carried.units))
        books.post(charge.account, from: charge.payer, to: charge.payee, micros: amount)
      }
    }
  }

  /// What a charge comes to for a load [millionths].
  @inline(__always)
  mutating func amount(of charge: UnsafePointer<Charge>, _ load: Load) -> Int64 {
    var weight = Double(load.grams)
    if !charge.pointee.isPlain {
      guard
        let billed = charge.pointee.chargeableWeight(grams: load.grams, volume: load.volume)
      else { return 0 }
      weight = billed
    }
    var amount = charge.pointee.perShipment
    amount &+= charge.pointee.perLine.saturatingProduct(load.lines)
    amount &+= charge.pointee.perUnit.saturatingProduct(load.units)
    if charge.pointee.perGram != 0 {
      amount &+= Int64(saturating: charge.pointee.perGram * weight)
    }
    if charge.pointee.perValue != 0, load.value > charge.pointee.aboveValue {
      amount &+= Int64(saturating: charge.pointee.perValue * Double(load.value))
    }
    if charge.pointee.rateCount > 0 {
      amount &+= view.rate(charge, grams: weight)
    }
    return amount
  }

  /// All shipments of an order are at the door: it is delivered.
  mutating func close(_ slot: Int32, now: Int64) {
    let order = orders.rows[Int(slot)]
    let critical = shipments.rows + Int(order.critical)
    var cause: LateCause?
    var shipped = max(order.shipped, order.placed)
    // What was sent back may have left after the rest was at the door.
    if view.hasCustomers { shipped = min(shipped, order.delivered) }
    let shippedTick = StageTimes.tick(shipped)
    let deliveredTick = StageTimes.tick(order.delivered)
    series.count(.shipped, at: shipped, tick: shippedTick)
    series.count(.delivered, at: order.delivered, tick: deliveredTick)
    tally.openTicks &+= clock.ticksInWindow(from: order.placed, to: order.delivered)
    if order.isObserved {
      let placed = StageTimes.tick(order.placed)
      let ticks = deliveredTick &- placed
      let shippedTicks = shippedTick &- placed
      tally.ordersDelivered &+= 1
      tally.clickToDoorTicks &+= ticks
      tally.clickToShipTicks &+= shippedTicks
      clickToDoor.insert(Double(ticks) / 360_000)
      clickToShip.insert(Double(shippedTicks) / 360_000)
      var sum: Int64 = 0
      for stage in 0..<Stage.allCases.count {
        let part = Int64(critical.pointee.stages[stage])
        books.stageTicks[stage] &+= part
        sum &+= part
      }
      if sum != ticks { settleStages(critical, missing: ticks &- sum) }
      let deadline = view.promise.deadline(zone: Int(order.zone), placed: order.placed)
      if order.delivered <= deadline {
        tally.ordersOnTime &+= 1
      } else {
        cause = explain(order, critical, deadline: deadline)
      }
      if view.dayLimits.count > 0 { countDays(order) }
      if view.isSliced {
        countDelivered(
          number: order.number, zone: order.zone, ticks: ticks,
          isOnTime: order.delivered <= deadline)
      }
      if view.hasOwnPromise,
        order.delivered <= view.ownPromise.deadline(zone: Int(order.zone), placed: order.placed)
      {
        tally.ordersAsPromised &+= 1
      }
      tally.orderHash &+= mixed(order.number, UInt64(bitPattern: order.delivered))
      let day = (order.delivered &- clock.warmUpEnd) / 86_400_000_000
      if order.delivered < clock.windowEnd {
        books.deliveredPerDay[Int(day)] &+= 1
      }
    }
    if view.hasCommerce { settle(slot, critical: critical) }
    if Observer.isOn {
      observe(
        critical,
        .closed(delivered: order.delivered, shipped: shipped, cause: cause))
    }
    shipments.release(order.critical)
    if view.hasCustomers {
      settleCustomers(slot, now: now)
    } else {
      release(slot)
    }
  }

  /// The hours of an order's stages are not those from click to door: a stage longer than its counter holds has
  /// what the others have not.
  @inline(never)
  private mutating func settleStages(
    _ shipment: UnsafeMutablePointer<ShipmentRow>, missing: Int64
  ) {
    let full = (0..<Stage.allCases.count).last {
      Int64(shipment.pointee.stages[$0]) == StageTimes.maximum
    }
    if let full, missing > 0 {
      books.stageTicks[full] &+= missing
    } else {
      tally.stageMismatches &+= 1
    }
  }

  /// An order of which nothing is left to do.
  @inline(__always)
  mutating func release(_ slot: Int32) {
    if view.hasSubsidies { releaseSubsidies(slot) }
    var line = orders.rows[Int(slot)].firstLine
    while line >= 0 {
      let next = lines.rows[Int(line)].next
      lines.release(line)
      line = next
    }
    orders.release(slot)
    ordersAlive &-= 1
  }

  // MARK: The end

  /// Integrals stop where the window ends.
  mutating func closeWindow(now: Int64) {
    closeLockers(now: now)
    let tables = network.tables
    let instant = Instant(microseconds: now)
    for (index, spec) in tables.stations.enumerated() {
      var busy = Int64(clamping: stations[index].busyTime(through: instant))
      var queue = Int64(clamping: stations[index].queueTime(through: instant))
      let staffed = Int64(clamping: stations[index].staffedTime(through: instant))
      if ahead[index].servers > 0 {
        busy &+= series.totalAhead(.work, of: ahead[index].row)
        queue &+= series.totalAhead(.queue, of: ahead[index].row)
      }
      outcome.busyTime.append(busy)
      outcome.staffedTime.append(staffed)
      outcome.queueTime.append(queue)
      if spec.isIdlePaid {
        let idle = max(0, Double(staffed) - Double(busy)) * 1e-6
        post(.laborIdle, of: spec.site, amount: idle * spec.wagePerSecond)
      }
    }
    closeLabor(now: now)
    closeStorage(now: now)
    for (index, spec) in tables.rounds.enumerated() {
      var state = rounds[index]
      let span = now - state.lastChange
      state.outTime += Int64(state.out) * span
      state.staffedTime += Int64(state.staffed) * span
      rounds[index] = state
      outcome.outTime.append(state.outTime)
      outcome.stops.append(Int(state.stops))
      outcome.fleetTime.append(state.staffedTime)
      if spec.isIdlePaid {
        let idle = max(0, Double(state.staffedTime - state.outTime)) * 1e-6
        post(.laborIdle, of: spec.site, amount: idle * spec.wagePerSecond)
      }
    }
    let seconds = Double(now - windowStart) * 1e-6
    for (site, cost) in tables.fixedCostPerSecond.enumerated() {
      post(.fixed, of: site, amount: cost * seconds)
    }
    closeListing(now: now)
    outcome.onHandTime = [Int128](repeating: 0, count: tables.siteNames.count)
    outcome.backorderedTime = outcome.onHandTime
    outcome.replenishments = [Int](repeating: 0, count: tables.siteNames.count)
    for (row, spec) in tables.stocks.enumerated() {
      integrate(stocks + row, now: now)
      let state = stocks[row]
      outcome.onHandTime[Int(spec.site)] += state.onHandTime
      outcome.backorderedTime[Int(spec.site)] += state.backorderedTime
      outcome.replenishments[Int(spec.site)] += Int(state.ordersInWindow)
      post(
        .storage, of: Int(spec.site),
        amount: Double(state.onHandTime) * 1e-6 * spec.holdingPerSecond)
      postOverhead(
        .inbound, of: Int(spec.site),
        micros: state.receivedInWindow.saturatingProduct(spec.inboundPerUnit))
    }
    closeCarrying()
  }

  private mutating func post(_ account: Account, of site: Int, amount: Double) {
    postOverhead(account, of: site, micros: Int64(saturating: amount))
  }

  /// Checks the laws that every run obeys and copies the counters.
  mutating func finish() {
    auditUnits()
    outcome.ordersSimulated = tally.ordersSimulated
    outcome.ordersPlaced = tally.ordersPlaced
    outcome.ordersDelivered = tally.ordersDelivered
    outcome.ordersLost = tally.ordersLost
    outcome.marginLost = tally.marginLost
    closeSubsidies()
    outcome.ordersOnTime = tally.ordersOnTime
    outcome.ordersAsPromised = tally.ordersAsPromised
    outcome.ordersSplit = tally.ordersSplit
    outcome.ordersInRegion = tally.ordersInRegion
    outcome.shipments = tally.shipments
    outcome.unitsDemanded = tally.unitsDemanded
    outcome.unitsFilled = tally.unitsFilled
    outcome.unitsDelivered = tally.unitsDelivered
    outcome.clickToDoorTicks = tally.clickToDoorTicks
    outcome.clickToShipTicks = tally.clickToShipTicks
    outcome.clickToDoor = clickToDoor.sketch
    outcome.clickToShip = clickToShip.sketch
    outcome.orderHash = tally.orderHash
    outcome.events = simulator.eventCount
    outcome.sourced = (0..<view.siteCount).map { sourced[$0] }
    outcome.carried = network.tables.itineraries.indices.map { carried[$0].shipments }
    outcome.waits = (0..<view.stationCount).map { waits(of: $0) }
    outcome.ordersOpen = orders.countAlive {
      $0.isObserved && !$0.isInbound && $0.critical != OrderRow.ended
    }
    closeCustomers()
    outcome.openTicks = tally.openTicks
    outcome.ordersPerMinuteMaximum = tally.minuteMaximum
    for slot in orders.aliveSlots {
      let order = orders.rows[Int(slot)]
      if order.isInbound || order.critical == OrderRow.ended { continue }
      outcome.openTicks += clock.ticksInWindow(from: order.placed, to: clock.windowEnd)
      if order.shipped > 0 { series.count(.shipped, at: order.shipped) }
      if order.isObserved, isDisrupted || lateOrders != nil {
        let deadline = view.promise.deadline(zone: Int(order.zone), placed: order.placed)
        _ = noteLate(order.number, brokenAt: deadline)
      }
    }
    closeSeries()
    let ended =
      tally.ordersDelivered + tally.ordersLost + outcome.ordersCanceled + outcome.ordersRefused
    if tally.ordersPlaced != ended + outcome.ordersOpen {
      violation(
        "orders placed (\(tally.ordersPlaced)) are not delivered, lost, canceled, refused and open (\(ended) + \(outcome.ordersOpen))"
      )
    }
    if tally.stageMismatches > 0 {
      violation("the hours of \(tally.stageMismatches) orders do not add up to click-to-door")
    }
    outcome.forecastErrors = plans.map(\.errors)
    finishDemand()
    chargeCounted()
    outcome.ledger = books.ledger
    postEmissionsOfItineraries()
    outcome.co2e = co2e.emissions
    if let text = outcome.co2e.violation { violation(text) }
    outcome.stageTicks = (0..<Stage.allCases.count).map { books.stageTicks[$0] }
    outcome.placedPerDay = (0..<books.days).map { books.placedPerDay[$0] }
    outcome.deliveredPerDay = (0..<books.days).map { books.deliveredPerDay[$0] }
    if let text = outcome.ledger.violation { violation(text) }
  }
}
