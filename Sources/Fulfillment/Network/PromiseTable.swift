/// When an order is promised to be at the door.
struct PromiseTable: Sendable {
  /// Promised time after the click [µs]; used where `deadlines` is empty.
  var within: Int64 = 0
  /// Cut-off instants in time order, per time zone of zones, and the deadline of orders before each.
  var cutOffs: [[Int64]] = []
  var deadlines: [[Int64]] = []
  /// Row of each zone.
  var rowOfZone: [Int32] = []

  /// The latest instant at which an order of this zone, placed at `instant`, is on time.
  func deadline(zone: Int, placed instant: Int64) -> Int64 {
    guard !cutOffs.isEmpty else { return instant + within }
    let row = Int(rowOfZone[zone])
    let index = firstIndex(in: cutOffs[row], atOrAfter: instant)
    return index < deadlines[row].count ? deadlines[row][index] : .max
  }
}

/// Index of the first element at or after `value` in a sorted array; its count if there is none.
func firstIndex(in sorted: [Int64], atOrAfter value: Int64) -> Int {
  var low = 0
  var high = sorted.count
  while low < high {
    let middle = (low + high) / 2
    if sorted[middle] < value { low = middle + 1 } else { high = middle }
  }
  return low
}
