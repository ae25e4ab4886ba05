/// The series of a run while it goes on: raw counters.
struct SeriesBooks: ~Copyable {
  /// One bin of a flow: how often, and the sum of its instants [0.01 s].
  struct Bin: BitwiseCopyable {
    var count: Int = 0
    var ticks: Int64 = 0
  }
  enum Flow: Int, CaseIterable {
    case placed, shipped, delivered, dropped, sentBack
  }

  let grid: SeriesGrid
  let workGrid: SeriesGrid
  let rows: Int
  /// Bins of each flow, and one before them for what happens before the window.
  private let bins: UnsafeMutablePointer<Bin>
  private let perMicrosecond: Double
  /// Time at work, staffed and in queue, per row and bin.
  let work: UnsafeMutablePointer<Int64>
  /// What each station and round had when it was last asked [busy, staffed, queue].
  let last: UnsafeMutablePointer<Int64>
  private let resources: Int

  init(_ clock: RunClock, rows: Int, resources: Int) {
    grid = SeriesGrid(clock)
    workGrid = SeriesGrid(clock, atLeast: 3_600_000_000)
    self.rows = rows
    self.resources = resources
    perMicrosecond = 1 / Double(grid.width)
    let count = Flow.allCases.count * (grid.count + 1)
    bins = .allocate(capacity: count)
    bins.initialize(repeating: Bin(), count: count)
    work = .allocate(capacity: 3 * rows * workGrid.count + 1)
    work.initialize(repeating: 0, count: 3 * rows * workGrid.count + 1)
    last = .allocate(capacity: 3 * resources + 1)
    last.initialize(repeating: 0, count: 3 * resources + 1)
  }

  deinit {
    bins.deallocate()
    work.deallocate()
    last.deallocate()
  }

  /// Counts something that happens to one order.
  ///
  /// - Parameter tick: The instant in ticks, where it is known anyway.
  @inline(__always)
  func count(_ flow: Flow, at instant: Int64, tick: Int64) {
    if instant >= grid.end { return }
    let first = bins + flow.rawValue &* (grid.count &+ 1)
    if instant < grid.start {
      first.pointee.count &+= 1
      return
    }
    // A bin too early or too late by the last bit of the product moves no integral.
    let index = min(
      grid.count &- 1, Int(Double(instant &- grid.start) * perMicrosecond))
    let bin = first + (index &+ 1)
    bin.pointee.count &+= 1
    bin.pointee.ticks &+= tick
  }

  func count(_ flow: Flow, at instant: Int64) {
    count(flow, at: instant, tick: StageTimes.tick(instant))
  }

  private func flow(_ flow: Flow) -> FlowSeries {
    var series = FlowSeries(bins: grid.count)
    let first = bins + flow.rawValue * (grid.count + 1)
    series.before = first.pointee.count
    for bin in 0..<grid.count {
      series.counts[bin] = first[bin + 1].count
      let end = StageTimes.tick(grid.end(of: bin))
      series.residuals[bin] = Int64(first[bin + 1].count) * end - first[bin + 1].ticks
    }
    return series
  }

  func series(_ clock: RunClock) -> RunSeries {
    var series = RunSeries(clock, rows: rows)
    series.placed = flow(.placed)
    series.shipped = flow(.shipped)
    series.delivered = flow(.delivered)
    series.dropped = flow(.dropped)
    series.sentBack = flow(.sentBack)
    for index in series.busy.indices {
      series.busy[index] = work[3 * index]
      series.staffed[index] = work[3 * index + 1]
      series.queue[index] = work[3 * index + 2]
    }
    return series
  }
}
