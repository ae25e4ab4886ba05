internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// Orders come in and are sourced.
extension Kernel {
  /// The order whose time has come is placed, and its source goes on to the next.
  mutating func arrive() {
    let now = nextArrival
    let index = nextSource
    simulator.advance(to: Instant(microseconds: now))
    let number = sources[Int(index)]._withUnsafeGuaranteedRef { source in
      source.describe(&draft)
      return source.number
    }
    place(number: number, now: now)
    let epoch = sources[Int(index)]._withUnsafeGuaranteedRef { source in
      source.advance()
      return source.epoch
    }
    // What was in the list before goes first at the same time; a source that remains the first needs no list.
    if epoch < clock.windowEnd {
      let isFirst = arrivals.isEmpty || arrivals.nextTime.map { $0.microseconds > epoch } ?? true
      if isFirst {
        nextArrival = epoch
        return
      }
      arrivals.schedule(index, at: Instant(microseconds: epoch))
    }
    takeNextArrival()
  }

  /// Takes the first order to come out of the list.
  mutating func takeNextArrival() {
    if let arrival = arrivals.popFirst() {
      (nextSource, nextArrival) = (arrival.payload, arrival.time.microseconds)
    } else {
      nextArrival = .max
      endHandovers(now: simulator.now.microseconds)
    }
  }

  /// Places the drafted order: books it, chooses where it ships from, starts its shipments.
  private mutating func place(number: UInt64, now: Int64) {
    let isObserved = now >= clock.warmUpEnd
    if view.isSelective, !comes(number: number, isObserved: isObserved, now: now) {
      if Observer.isOn {
        observer.pointee.note(
          Fact(order: number, shipment: 0, isObserved: isObserved, what: .declined))
      }
      return
    }
    if Observer.isOn { observePlacing(number, now: now) }
    tally.ordersSimulated &+= 1
    if isObserved {
      tally.ordersPlaced &+= 1
      tally.unitsDemanded &+= draft.units
      books.placedPerDay[Int((now &- clock.warmUpEnd) / 86_400_000_000)] &+= 1
      if view.isSliced { countPlaced(number: number, zone: draft.zone) }
      countMinute(now)
    }
    series.count(.placed, at: now)

    if view.hasForecasts { countDemand() }
    var site = wholeOrderSite()
    if site < 0 {
      switch shortage {
      case .lost:
        lose(number: number, isObserved: isObserved, now: now)
        return
      case .split:
        let most = view.shipmentsMost
        if splitOrder(number: number, most: most, isObserved: isObserved, now: now) { return }
        site = backorderSite()
        if site < 0, most < 255,
          splitOrder(number: number, most: 255, isObserved: isObserved, now: now)
        {
          return
        }
      case .backorder:
        site = backorderSite()
      }
      if site < 0 {
        lose(number: number, isObserved: isObserved, now: now)
        return
      }
    }
    let order = openOrder(number: number, isObserved: isObserved, now: now)
    ship(order, from: site, ordinal: 0, lines: 0..<draft.lineCount, only: -1, now: now)
  }

  /// First site of the tiers, in order, that has all lines; -1 if none has.
  private mutating func wholeOrderSite() -> Int32 {
    for tier in 0..<view.tierCount {
      if view.choosesByStock, view.tiers[tier].choice == .mostOnHand {
        let site = siteWithMost(in: tier)
        if site >= 0 { return site }
        continue
      }
      for site in view.tiers[tier].sites(zone: draft.zone, seller: draft.seller)
      where hasAllLines(site) {
        return site
      }
    }
    return -1
  }

  @inline(__always)
  mutating func hasAllLines(_ site: Int32) -> Bool {
    for line in 0..<draft.lineCount where !has(draft.lines[line], at: site) { return false }
    return true
  }

  @inline(__always)
  mutating func has(_ line: OrderLine, at site: Int32) -> Bool {
    let first = view.siteStock[Int(site)]
    if first < 0 { return true }
    let row = view.stockRowOf[Int(first) + Int(line.sku)]
    return row >= 0 && stocks[Int(row)].onHand >= line.units
  }

  @inline(__always)
  mutating func carries(_ sku: Int32, at site: Int32) -> Bool {
    let first = view.siteStock[Int(site)]
    return first < 0 || view.stockRowOf[Int(first) + Int(sku)] >= 0
  }

  /// The first site of each line that has it; of lines that nobody has, the last tier's first that
  /// carries them. Nil if some line is carried nowhere.
  private mutating func nearestSites() -> [Int32]? {
    var sites = [Int32](repeating: -1, count: draft.lineCount)
    for line in 0..<draft.lineCount {
      search: for tier in 0..<view.tierCount {
        for site in view.tiers[tier].sites(zone: draft.zone, seller: draft.seller)
        where has(draft.lines[line], at: site) {
          sites[line] = site
          break search
        }
      }
      if sites[line] < 0 { sites[line] = siteThatCarries(draft.lines[line].sku) }
      if sites[line] < 0 { return nil }
    }
    return sites
  }

  /// The last tier's first site that carries a SKU, else an earlier tier's; -1 if there is none.
  mutating func siteThatCarries(_ sku: Int32) -> Int32 {
    var tier = view.tierCount - 1
    while tier >= 0 {
      for site in view.tiers[tier].sites(zone: draft.zone, seller: draft.seller)
      where carries(sku, at: site) {
        return site
      }
      tier -= 1
    }
    return -1
  }

  /// Where an order waits for stock: the first site of the last tier that carries all its SKUs, else of an
  /// earlier tier; -1 if there is none.
  private mutating func backorderSite() -> Int32 {
    var tier = view.tierCount - 1
    while tier >= 0 {
      next: for site in view.tiers[tier].sites(zone: draft.zone, seller: draft.seller) {
        for line in 0..<draft.lineCount where !carries(draft.lines[line].sku, at: site) {
          continue next
        }
        return site
      }
      tier -= 1
    }
    return -1
  }

  /// Ships each line from the first site that has it, or from the fewest; false if some line is carried
  /// nowhere, or if it would be more shipments than allowed.
  private mutating func splitOrder(number: UInt64, most: Int, isObserved: Bool, now: Int64) -> Bool
  {
    guard let sites = view.splitsFew ? fewestSites() : nearestSites() else { return false }
    if most < 255, Set(sites).count > most { return false }
    let order = openOrder(number: number, isObserved: isObserved, now: now)
    var done: [Int32] = []
    for site in sites where !done.contains(site) { done.append(site) }
    orders.rows[Int(order)].remaining = UInt16(done.count)
    if isObserved, done.count > 1 { tally.ordersSplit &+= 1 }
    for (line, site) in sites.enumerated() { draftSites(line, site) }
    for (ordinal, site) in done.enumerated() {
      ship(
        order, from: site, ordinal: UInt8(ordinal), lines: 0..<draft.lineCount, only: site, now: now
      )
    }
    return true
  }

  @inline(__always)
  private mutating func draftSites(_ line: Int, _ site: Int32) { draft.lines[line].site = site }

  /// Counts an order of the busiest minute: minutes begin with an order.
  @inline(__always)
  private mutating func countMinute(_ now: Int64) {
    let isNew = now >= tally.minuteEnd
    tally.minuteEnd = isNew ? now &+ 60_000_000 : tally.minuteEnd
    tally.minuteCount = (isNew ? 0 : tally.minuteCount) &+ 1
    tally.minuteMaximum = max(tally.minuteMaximum, tally.minuteCount)
  }

  private mutating func lose(number: UInt64, isObserved: Bool, now: Int64) {
    series.count(.dropped, at: now)
    if isObserved, isDisrupted || lateOrders != nil { _ = noteLate(number, brokenAt: now) }
    if Observer.isOn {
      observer.pointee.note(Fact(order: number, shipment: 0, isObserved: isObserved, what: .lost))
    }
    if isObserved {
      tally.ordersLost &+= 1
      tally.marginLost = tally.marginLost.saturatingSum(marginOfDraft())
      tally.orderHash &+= mixed(number, UInt64(bitPattern: now))
    }
  }

  /// What the sellers would have earned on the goods of the drafted order.
  private mutating func marginOfDraft() -> Int64 {
    var margin: Int64 = 0
    for index in 0..<draft.lineCount {
      let line = draft.lines[index]
      let each = view.skuPrice[Int(line.sku)] &- view.skuCost[Int(line.sku)]
      margin = margin.saturatingSum(each.saturatingProduct(Int64(line.units)))
    }
    return margin
  }

  private mutating func openOrder(number: UInt64, isObserved: Bool, now: Int64) -> Int32 {
    ordersAlive &+= 1
    let slot = orders.allocate()
    orders.rows[Int(slot)] = OrderRow(
      number: number, placed: now, delivered: 0, shipped: -1, firstLine: -1, zone: draft.zone,
      critical: -1, remaining: 1, isObserved: isObserved)
    if view.hasCustomers { welcome(slot, number: number, now: now) }
    if view.hasSubsidies { claimSubsidies(slot, now: now) }
    return slot
  }

  /// Starts one shipment with the drafted lines, or only those assigned to `only` if that is a site.
  private mutating func ship(
    _ order: Int32, from site: Int32, ordinal: UInt8, lines range: Range<Int>, only: Int32,
    now: Int64
  ) {
    let itinerary = view.itineraryOf[Int(site) &* view.zoneCount &+ Int(draft.zone)]
    let slot = shipments.allocate()
    shipments.rows[Int(slot)] = ShipmentRow(
      since: now, order: order, step: view.itineraries[Int(itinerary)].firstStep,
      itinerary: itinerary, site: site, link: 0, units: 0, lines: 0, ordinal: ordinal,
      stages: StageTimes())
    if view.hasCustomers { enlist(slot, of: order) }
    let isObserved = orders.rows[Int(order)].isObserved
    var lineCount: UInt8 = 0
    var units: Int32 = 0
    var awaited: Int32 = 0
    for index in range {
      let line = draft.lines[index]
      if only >= 0, line.site != only { continue }
      let row = lines.allocate()
      lines.rows[Int(row)] = LineRow(
        sku: line.sku, units: line.units, site: site, next: orders.rows[Int(order)].firstLine)
      orders.rows[Int(order)].firstLine = row
      lineCount &+= 1
      units &+= line.units
      awaited &+= take(line, at: site, for: slot, now: now)
    }
    let shipment = shipments.rows + Int(slot)
    shipment.pointee.lines = lineCount
    shipment.pointee.units = units
    if isObserved {
      tally.shipments &+= 1
      tally.unitsFilled &+= Int(units &- awaited)
      sourced[Int(site)] &+= 1
      if view.siteRegion[Int(site)] == view.zoneRegion[Int(draft.zone)], ordinal == 0 {
        tally.ordersInRegion &+= 1
      }
    }
    if Observer.isOn {
      observe(
        shipment,
        .sourced(
          site: site, itinerary: itinerary, units: units, lines: Int(lineCount), awaited: awaited))
    }
    if awaited > 0 {
      shipment.pointee.link = awaited
      shipment.pointee.state = .awaitingStock
    } else {
      execute(slot, from: now, now: now)
    }
  }
}

/// A strong mix of two words (SplitMix64's finalizer over their combination).
@inline(__always)
func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
  var z = a &* 0x9e37_79b9_7f4a_7c15 &+ b
  z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
  return z ^ (z >> 31)
}
