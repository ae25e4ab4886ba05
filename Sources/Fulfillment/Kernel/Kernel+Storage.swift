/// Room for goods: what is refused when a site is full, and what overflows.
extension Kernel {
  /// Units on hand have changed at a site that may have a limit.
  mutating func changeSpace(_ row: Int32, by units: Int32, now: Int64) {
    let spec = view.stockSpecs + Int(row)
    let site = Int(spec.pointee.site)
    if view.spaces[site].limit < 0 { return }
    integrateSpace(site, now: now)
    spaces[site].used &+= Int64(units) &* Int64(spec.pointee.space)
  }

  /// Brings the integrals of a site's room up to date; nothing is added after the window.
  mutating func integrateSpace(_ site: Int, now: Int64) {
    if isWindowOver { return }
    let span = Int128(now &- spaces[site].lastChange)
    let used = spaces[site].used
    spaces[site].usedTime &+= Int128(used) &* span
    spaces[site].overTime &+= Int128(max(0, used &- view.spaces[site].limit)) &* span
    spaces[site].lastChange = now
  }

  /// How many of the units that have come find room. The others go back the way they came, in the time they
  /// came; to a supplier without limit they are gone.
  mutating func admit(
    _ units: Int32, to row: Int32, from origin: Int32, since: Int64, now: Int64
  ) -> Int32 {
    guard view.hasStorageLimits else { return units }
    let spec = view.stockSpecs + Int(row)
    let site = Int(spec.pointee.site)
    let limit = view.spaces[site]
    guard limit.limit >= 0, limit.refuses, spec.pointee.space > 0 else { return units }
    let stock = stocks + Int(row)
    let free = max(0, limit.limit &- spaces[site].used) / Int64(spec.pointee.space)
    // What somebody waits for leaves at once and needs no room.
    let fitting = min(Int64(units), free &+ Int64(stock.pointee.backordered))
    let refused = units &- Int32(fitting)
    guard refused > 0 else { return units }
    stock.pointee.onOrder &-= refused
    if now >= clock.warmUpEnd, !isWindowOver { spaces[site].refused &+= Int64(refused) }
    if origin >= 0 {
      stocks[Int(origin)].onOrder &+= refused
      stocks[Int(origin)].pending &+= refused
      schedule(KernelEvent(.supply, origin, amount: refused), at: now &+ (now &- since))
    }
    return Int32(fitting)
  }

  mutating func resetStorage(now: Int64) {
    guard view.hasStorageLimits else { return }
    for site in 0..<view.siteCount {
      spaces[site].lastChange = now
      spaces[site].usedTime = 0
      spaces[site].overTime = 0
    }
  }

  /// Books what overflowed, and reports the use of room.
  mutating func closeStorage(now: Int64) {
    outcome.spaceTime = [Int128](repeating: 0, count: view.siteCount)
    outcome.overflowTime = outcome.spaceTime
    outcome.refused = [Int](repeating: 0, count: view.siteCount)
    guard view.hasStorageLimits else { return }
    for site in 0..<view.siteCount where view.spaces[site].limit >= 0 {
      integrateSpace(site, now: now)
      outcome.spaceTime[site] = spaces[site].usedTime
      outcome.overflowTime[site] = spaces[site].overTime
      outcome.refused[site] = Int(spaces[site].refused)
      let amount = Double(spaces[site].overTime) * 1e-6 * view.spaces[site].overflowPerSecond
      postOverhead(.storage, of: site, micros: Int64(saturating: amount))
    }
  }

  /// Room taken by what there is at the start [sites].
  static func spaces(of tables: NetworkTables) -> UnsafeMutablePointer<SpaceState> {
    let spaces = UnsafeMutablePointer<SpaceState>.allocate(capacity: max(1, tables.siteNames.count))
    spaces.initialize(repeating: SpaceState(), count: tables.siteNames.count)
    for stock in tables.stocks {
      spaces[Int(stock.site)].used += Int64(stock.initial) * Int64(stock.space)
    }
    return spaces
  }
}
