internal import CInstructions

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

  /// What stations that work ahead have to do: shipments in work and in the queue.
  enum Ahead: Int, CaseIterable {
    case work, queue
  }
  /// How a number of shipments changes in a bin, and the changes times what is left of the bin then [µs].
  private struct Change: BitwiseCopyable {
    var count: Int64 = 0
    var rest: Int64 = 0
  }
  /// Per bin of the work's grid, and one before them, row of a station that works ahead, and part.
  private let changes: UnsafeMutablePointer<Change>
  /// Those of the current bin.
  private var current: UnsafeMutablePointer<Change>
  private let parts: Int
  /// Per row and part: shipments when the current bin begins, and the time of all bins before it [µs].
  private let levels: UnsafeMutablePointer<Int64>
  private let totals: UnsafeMutablePointer<Int64>
  private let perMicrosecondOfWork: Double
  /// The bin of the work's grid that runs, and when it ends; -1 before the window.
  var currentBin: Int32 = -1 {
    didSet {
      let isOver = Int(currentBin) >= workGrid.count
      currentEnd = isOver ? .min : workGrid.end(of: Int(currentBin))
      if !isOver { current = changes + (Int(currentBin) + 1) * parts }
    }
  }
  private var currentEnd: Int64

  init(_ clock: RunClock, rows: Int, resources: Int, ahead: Int) {
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
    perMicrosecondOfWork = 1 / Double(workGrid.width)
    currentEnd = workGrid.start
    parts = ahead * Ahead.allCases.count
    changes = .allocate(capacity: parts * (workGrid.count + 1) + 1)
    changes.initialize(repeating: Change(), count: parts * (workGrid.count + 1) + 1)
    current = changes
    levels = .allocate(capacity: parts + 1)
    levels.initialize(repeating: 0, count: parts + 1)
    totals = .allocate(capacity: parts + 1)
    totals.initialize(repeating: 0, count: parts + 1)
  }

  deinit {
    bins.deallocate()
    work.deallocate()
    last.deallocate()
    changes.deallocate()
    levels.deallocate()
    totals.deallocate()
  }

  /// The bin of an instant within the window; one too early or too late by the last bit of the product moves no
  /// integral.
  @inline(__always)
  private mutating func bin(of grid: SeriesGrid, at instant: Int64, _ perMicrosecond: Double) -> Int
  {
    min(grid.count &- 1, Int(truncated(Double(instant &- grid.start) * perMicrosecond)))
  }

  /// Counts something that happens to one order.
  ///
  /// - Parameter tick: The instant in ticks, where it is known anyway.
  @inline(__always)
  mutating func count(_ flow: Flow, at instant: Int64, tick: Int64) {
    if instant >= grid.end { return }
    let first = bins + flow.rawValue &* (grid.count &+ 1)
    if instant < grid.start {
      first.pointee.count &+= 1
      return
    }
    let bin = first + (bin(of: grid, at: instant, perMicrosecond) &+ 1)
    bin.pointee.count &+= 1
    bin.pointee.ticks &+= tick
  }

  @inline(__always)
  mutating func count(_ flow: Flow, at instant: Int64) {
    count(flow, at: instant, tick: StageTimes.tick(instant))
  }

  // MARK: Stations that work ahead

  @inline(__always)
  private mutating func index(_ part: Ahead, of row: Int32) -> Int {
    Ahead.allCases.count &* Int(row) &+ part.rawValue
  }

  /// A shipment is in work, or in the queue, from an instant that is not over to another.
  @inline(__always)
  mutating func plan(_ part: Ahead, of row: Int32, from start: Int64, to end: Int64) {
    if end < currentEnd {
      current[index(part, of: row)].rest &+= end &- start
    } else {
      change(index(part, of: row), by: 1, at: start)
      change(index(part, of: row), by: -1, at: end)
    }
  }

  @inline(never)
  private mutating func change(_ index: Int, by change: Int64, at instant: Int64) {
    if instant >= workGrid.end { return }
    var bin = Int(currentBin)
    if instant >= currentEnd { bin = self.bin(of: workGrid, at: instant, perMicrosecondOfWork) }
    let cell = changes + ((bin &+ 1) &* parts &+ index)
    cell.pointee.count &+= change
    cell.pointee.rest &+= change &* (workGrid.end(of: bin) &- instant)
  }

  /// The time in a bin that is over, which follows the one that was asked for last [shipment·µs].
  mutating func closeAhead(_ part: Ahead, of row: Int32, bin: Int) -> Int64 {
    let index = index(part, of: row)
    let cell = changes + ((bin + 1) * parts + index)
    if bin == 0 { levels[index] = changes[index].count }
    let time =
      levels[index] &* (workGrid.end(of: bin) - workGrid.start(of: bin)) &+ cell.pointee.rest
    levels[index] += cell.pointee.count
    totals[index] &+= time
    return time
  }

  /// The time in all bins that are over [shipment·µs].
  mutating func totalAhead(_ part: Ahead, of row: Int32) -> Int64 { totals[index(part, of: row)] }

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
