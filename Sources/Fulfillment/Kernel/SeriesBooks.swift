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

  /// What stations that work ahead have to do: work and waits [server·µs, customer·µs].
  enum Ahead: Int, CaseIterable {
    case work, queue
  }
  /// Per row of a station that works ahead, bin of the work's grid and part.
  private let planned: UnsafeMutablePointer<Int64>
  /// The bin of the work's grid that runs, and when it ends; -1 before the window.
  var currentBin: Int32 = -1 {
    didSet {
      currentEnd = currentBin < Int32(workGrid.count) ? workGrid.end(of: Int(currentBin)) : .min
    }
  }
  private var currentEnd = Int64.min

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
    let cells = ahead * workGrid.count * Ahead.allCases.count + 1
    planned = .allocate(capacity: cells)
    planned.initialize(repeating: 0, count: cells)
  }

  deinit {
    bins.deallocate()
    work.deallocate()
    last.deallocate()
    planned.deallocate()
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

  // MARK: Stations that work ahead

  func ahead(_ part: Ahead, of row: Int32, bin: Int) -> UnsafeMutablePointer<Int64> {
    planned + (Ahead.allCases.count &* (Int(row) &* workGrid.count &+ bin) &+ part.rawValue)
  }

  /// Adds a time that begins now or later.
  @inline(__always)
  func addAhead(_ part: Ahead, of row: Int32, from start: Int64, to end: Int64) {
    if end <= currentEnd {
      ahead(part, of: row, bin: Int(currentBin)).pointee &+= end &- start
    } else {
      spread(from: start, to: end) { ahead(part, of: row, bin: $0).pointee &+= $1 }
    }
  }

  /// Parts of a time by bin, without what lies outside the window.
  @inline(never)
  private func spread(from start: Int64, to end: Int64, _ add: (_ bin: Int, _ part: Int64) -> Void)
  {
    var time = max(start, workGrid.start)
    let end = min(end, workGrid.end)
    while time < end {
      let bin = Int((time &- workGrid.start) / workGrid.width)
      let next = min(end, workGrid.end(of: bin))
      add(bin, next &- time)
      time = next
    }
  }

  func totalAhead(_ part: Ahead, of row: Int32) -> Int64 {
    (0..<workGrid.count).reduce(0) { $0 &+ ahead(part, of: row, bin: $1).pointee }
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
