/// How the window went: flows of orders, and the work of every process, bin by bin.
///
/// Integers throughout, so that replications add up to the same sums in any sequence.
public struct RunSeries: Sendable, Hashable {
  /// Bins of the flows of orders.
  public var grid: SeriesGrid
  public var placed: FlowSeries
  /// Left the last of its origins.
  public var shipped: FlowSeries
  public var delivered: FlowSeries
  /// Ended before it left an origin: lost or canceled.
  public var dropped: FlowSeries
  /// Ended at the door, or on the way to it, without a delivery.
  public var sentBack: FlowSeries
  /// Bins of the processes: those of the flows, and at least an hour.
  public var workGrid: SeriesGrid
  /// Per process and bin: time at work, time staffed [server·µs] and queue [shipment·µs; rows x bins].
  public var busy: [Int64]
  public var staffed: [Int64]
  public var queue: [Int64]
  public var replications = 1

  init(_ clock: RunClock, rows: Int) {
    grid = SeriesGrid(clock)
    workGrid = SeriesGrid(clock, atLeast: 3_600_000_000)
    placed = FlowSeries(bins: grid.count)
    shipped = placed
    delivered = placed
    dropped = placed
    sentBack = placed
    busy = [Int64](repeating: 0, count: rows * workGrid.count)
    staffed = busy
    queue = busy
  }

  /// Integral over each bin of orders between click and door [order·0.01 s].
  public var open: [Int64] { grid.integrals(of: placed, less: [delivered, dropped, sentBack]) }

  /// Integral over each bin of orders that have not left their origin [order·0.01 s].
  public var backlog: [Int64] { grid.integrals(of: placed, less: [shipped, dropped]) }

  /// Adds another replication's.
  public mutating func add(_ other: RunSeries) {
    placed.add(other.placed)
    shipped.add(other.shipped)
    delivered.add(other.delivered)
    dropped.add(other.dropped)
    sentBack.add(other.sentBack)
    for index in busy.indices {
      busy[index] &+= other.busy[index]
      staffed[index] &+= other.staffed[index]
      queue[index] &+= other.queue[index]
    }
    replications += other.replications
  }
}

extension FlowSeries {
  fileprivate mutating func add(_ other: FlowSeries) {
    before += other.before
    for bin in counts.indices {
      counts[bin] += other.counts[bin]
      residuals[bin] &+= other.residuals[bin]
    }
  }
}
