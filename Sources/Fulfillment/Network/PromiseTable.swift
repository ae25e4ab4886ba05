/// When an order is promised to be at the door.
struct PromiseTable: Sendable {
  /// Promised time after the click [µs]; used where `deadlines` is empty.
  var within: Int64 = 0
  /// Cut-off instants in time order, per time zone of zones, and the deadline of orders before each.
  var cutOffs: [[Int64]] = []
  var deadlines: [[Int64]] = []
  /// Row of each zone.
  var rowOfZone: [Int32] = []
}

/// The end of a day some days after the click.
struct DayLimit: Sendable {
  /// In results, such as "2d" or "3bd".
  var name: String
  var table: PromiseTable
}

/// A promise, raw.
struct PromiseView: BitwiseCopyable {
  private let within: Int64
  private let rowOfZone: UnsafePointer<Int32>
  private let cutOffs: UnsafePointer<UnsafeBufferPointer<Int64>>
  private let deadlines: UnsafePointer<UnsafeBufferPointer<Int64>>
  private let isByDay: Bool

  init(_ table: PromiseTable, in memory: NetworkMemory) {
    within = table.within
    isByDay = !table.cutOffs.isEmpty
    rowOfZone = memory.copy(table.rowOfZone)
    cutOffs = memory.copy(table.cutOffs.map(memory.buffer))
    deadlines = memory.copy(table.deadlines.map(memory.buffer))
  }

  /// The latest instant at which an order of this zone, placed at `instant`, is on time.
  @inline(__always)
  func deadline(zone: Int, placed instant: Int64) -> Int64 {
    if !isByDay { return instant &+ within }
    let row = Int(rowOfZone[zone])
    let index = firstIndex(in: cutOffs[row], atOrAfter: instant)
    return index < deadlines[row].count ? deadlines[row][index] : .max
  }
}
