internal import DiscreteEvent
internal import Quantities

/// Staff: what the calendar says, overtime while work waits, and extra hands called by the backlog.
///
/// Looked at by the clock, never per shipment: stations without overtime and surge labor cost nothing.
extension Kernel {
  /// What a labor event means; carried as its amount.
  enum LaborEvent: Int32 {
    /// A block of overtime is over.
    case blockEnds
    /// Somebody looks at the backlog.
    case look
    /// Extra staff comes, and goes.
    case surgeBegins, surgeEnds
  }

  mutating func startLabor() {
    for (index, spec) in network.tables.stations.enumerated() {
      guard let labor = spec.labor else { continue }
      labors[index] = LaborState(scheduled: stations[index].servers)
      if labor.surgeStaff > 0 { schedule(.look, of: Int32(index), at: labor.surgeCheck) }
    }
  }

  private mutating func schedule(_ event: LaborEvent, of station: Int32, at instant: Int64) {
    guard instant <= clock.limit else { return }
    schedule(KernelEvent(.labor, station, amount: event.rawValue), at: instant)
  }

  mutating func changeStaffing(_ index: Int32, now: Int64) {
    let station = Int(index)
    let spec = network.tables.stations[station]
    let changes = spec.staffing.changes
    let cursor = Int(staffingCursors[station])
    if let labor = spec.labor {
      change(index, labor, to: changes[cursor].servers, now: now)
    } else {
      staff(index, with: changes[cursor].servers, now: now)
    }
    if cursor + 1 < changes.count {
      staffingCursors[station] = Int32(cursor + 1)
      schedule(KernelEvent(.staffing, index), at: changes[cursor + 1].at.microseconds)
    }
  }

  /// Sets who is on duty; free hands take up what waits.
  mutating func staff(_ index: Int32, with servers: Int, now: Int64) {
    let station = Int(index)
    let instant = Instant(microseconds: now)
    stations[station].setServers(
      isDisrupted ? serversLeft(servers, at: station) : servers, at: instant)
    if view.hasCustomers { dropGone(at: station) }
    while let shipment = stations[station].startNext(at: instant) {
      beginWork(Int32(bitPattern: shipment), now: now)
      if view.hasCustomers { dropGone(at: station) }
    }
  }

  /// Hours begin or end: who goes home may stay while work waits, who comes relieves those who stayed.
  private mutating func change(_ index: Int32, _ labor: LaborSpec, to servers: Int, now: Int64) {
    integrateLabor(index, now: now)
    let state = labors + Int(index)
    let leaving = state.pointee.scheduled - servers
    state.pointee.scheduled = servers
    if leaving < 0 {
      state.pointee.staying = 0
    } else if labor.overtimeLongest > 0, stations[Int(index)].queueLength > 0 {
      state.pointee.staying += leaving
      state.pointee.stayEnds = now + labor.overtimeLongest
      startBlock(index, labor, now: now)
    }
    staff(index, with: state.pointee.servers, now: now)
  }

  private mutating func startBlock(_ index: Int32, _ labor: LaborSpec, now: Int64) {
    let state = labors + Int(index)
    state.pointee.blockEnds = min(now + labor.overtimeBlock, state.pointee.stayEnds)
    schedule(.blockEnds, of: index, at: state.pointee.blockEnds)
  }

  mutating func labor(_ index: Int32, _ event: Int32, now: Int64) {
    guard let spec = network.tables.stations[Int(index)].labor,
      let event = LaborEvent(rawValue: event)
    else { return }
    integrateLabor(index, now: now)
    let state = labors + Int(index)
    let waiting = stations[Int(index)].queueLength
    switch event {
    case .blockEnds:
      // The block of an overtime that has ended since, or of one that was extended.
      if state.pointee.staying == 0 || now != state.pointee.blockEnds { return }
      if waiting > 0, now < state.pointee.stayEnds { return startBlock(index, spec, now: now) }
      state.pointee.staying = 0
    case .look:
      if waiting >= spec.surgeBacklog, !state.pointee.isCalled, state.pointee.scheduled > 0 {
        state.pointee.isCalled = true
        schedule(.surgeBegins, of: index, at: now + spec.surgeNotice)
      }
      return schedule(.look, of: index, at: now + spec.surgeCheck)
    case .surgeBegins:
      state.pointee.called = spec.surgeStaff
      schedule(.surgeEnds, of: index, at: now + spec.surgeLength)
    case .surgeEnds:
      state.pointee.called = 0
      state.pointee.isCalled = false
    }
    staff(index, with: state.pointee.servers, now: now)
  }

  /// Brings the integrals of extra hands up to date; nothing is added after the window.
  private mutating func integrateLabor(_ index: Int32, now: Int64) {
    if !isWindowOver { labors[Int(index)].integrate(to: now) }
  }

  mutating func resetLabor(now: Int64) {
    for (index, spec) in network.tables.stations.enumerated() where spec.labor != nil {
      labors[index].lastChange = now
      labors[index].overtime = 0
      labors[index].surge = 0
    }
  }

  /// Books what extra hours cost beyond the wage, to the account of the work.
  mutating func closeLabor(now: Int64) {
    outcome.overtime = [Int64](repeating: 0, count: view.stationCount)
    outcome.surge = outcome.overtime
    for (index, spec) in network.tables.stations.enumerated() {
      guard let labor = spec.labor else { continue }
      labors[index].integrate(to: now)
      outcome.overtime[index] = labors[index].overtime
      outcome.surge[index] = labors[index].surge
      let seconds =
        Double(labors[index].overtime) * 1e-6 * labor.overtimePremium
        + Double(labors[index].surge) * 1e-6 * labor.surgePremium
      postOverhead(
        spec.account, of: spec.site, micros: Int64(saturating: seconds * spec.wagePerSecond))
    }
  }
}
