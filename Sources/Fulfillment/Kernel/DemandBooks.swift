/// What a run keeps of demand beside the orders themselves: figures per channel and group of zones, orders
/// that did not come, and the stock that each channel shows.
struct DemandBooks: ~Copyable {
  /// Channels first, then groups of zones.
  let slices: UnsafeMutablePointer<SliceTally>
  let sliceCount: Int
  let tally: UnsafeMutablePointer<DemandTally>
  /// Units that each channel shows of each SKU [channels x SKUs]; empty without a listing.
  let shown: UnsafeMutablePointer<Int64>

  init(_ tables: NetworkTables) {
    sliceCount = tables.channels.sliced.count + tables.zoneGroups.sliced.count
    slices = .allocate(capacity: max(1, sliceCount))
    slices.initialize(repeating: SliceTally(), count: sliceCount)
    tally = .allocate(capacity: 1)
    tally.initialize(to: DemandTally())
    let size = tables.listing == nil ? 0 : tables.channels.names.count * tables.skus.names.count
    shown = .allocate(capacity: max(1, size))
    shown.initialize(repeating: 0, count: size)
  }

  deinit {
    slices.deallocate()
    tally.deallocate()
    shown.deallocate()
  }
}

/// Observed orders of one channel or one group of zones.
public struct SliceTally: Sendable, Hashable, BitwiseCopyable {
  public var placed = 0
  public var delivered = 0
  public var onTime = 0
  /// Sum over delivered orders [0.01 s].
  public var clickToDoorTicks: Int64 = 0
  /// Cost to serve posted for its orders: without what the window costs [millionths].
  public var cost: Int64 = 0

  mutating func add(ticks: Int64, isOnTime: Bool) {
    delivered &+= 1
    clickToDoorTicks &+= ticks
    if isOnTime { onTime &+= 1 }
  }
}

/// Observed orders that might have come.
struct DemandTally: BitwiseCopyable {
  var potential = 0
  var declined = 0
  var soldOut = 0
  var oversold = 0
  /// Value of the goods that were not ordered [millionths].
  var lostSales: Int64 = 0
}
