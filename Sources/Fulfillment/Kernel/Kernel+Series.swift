internal import DiscreteEvent
internal import Quantities

/// The work of every process, bin by bin.
extension Kernel {
  /// Adds what stations and vehicles did since the last time to a bin, and schedules the next.
  mutating func sample(_ bin: Int32, now: Int64) {
    handOver(now: now)
    let instant = Instant(microseconds: now)
    for index in 0..<view.stationCount {
      let busy = Int64(clamping: stations[index].busyTime(through: instant))
      let staffed = Int64(clamping: stations[index].staffedTime(through: instant))
      let queue = Int64(clamping: stations[index].queueTime(through: instant))
      add(busy, staffed, queue, of: index, to: bin)
      if ahead[index].servers > 0 {
        let cell = series.work + 3 * (Int(view.seriesRow[index]) * series.workGrid.count + Int(bin))
        cell[0] &+= series.closeAhead(.work, of: ahead[index].row, bin: Int(bin))
        cell[2] &+= series.closeAhead(.queue, of: ahead[index].row, bin: Int(bin))
      }
    }
    series.currentBin = bin + 1
    for index in 0..<view.roundCount {
      let state = rounds[index]
      let span = isWindowOver ? 0 : now - state.lastChange
      add(
        state.outTime &+ Int64(state.out) &* span,
        state.staffedTime &+ Int64(state.staffed) &* span, 0, of: view.stationCount + index,
        to: bin)
    }
    let next = Int(bin) + 1
    if next + 1 < series.workGrid.count {
      schedule(KernelEvent(.sample, Int32(next)), at: series.workGrid.end(of: next))
    }
  }

  /// Copies the series, explains the orders that never arrived, and checks that both add up.
  mutating func closeSeries() {
    outcome.series = series.series(clock)
    let open = outcome.series.open.reduce(0, +)
    if open != outcome.openTicks {
      violation(
        "the backlog over time (\(open)) is not the time of the orders (\(outcome.openTicks))")
    }
    outcome.lateCauses = (0..<LateCause.allCases.count).map { books.lateCauses[$0] }
    let late = tally.ordersPlaced - tally.ordersOnTime
    let explained = outcome.lateCauses.reduce(0, +)
    outcome.lateCauses[Int(LateCause.notDelivered.rawValue)] += late - explained
    if explained > late { violation("\(explained) late orders are explained, of \(late)") }
  }

  private mutating func add(
    _ busy: Int64, _ staffed: Int64, _ queue: Int64, of resource: Int, to bin: Int32
  ) {
    let row = Int(view.seriesRow[resource])
    let cell = series.work + 3 * (row * series.workGrid.count + Int(bin))
    let last = series.last + 3 * resource
    cell[0] &+= busy &- last[0]
    cell[1] &+= staffed &- last[1]
    cell[2] &+= queue &- last[2]
    last[0] = busy
    last[1] = staffed
    last[2] = queue
  }
}
