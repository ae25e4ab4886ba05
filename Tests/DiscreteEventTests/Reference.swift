import DiscreteEvent
import Quantities

/// SplitMix64, a generator of the tests' own.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }
}

/// What the event list must equal: all pending events in an array that is searched for the least.
struct SortedReference {
  struct Entry: Comparable {
    var time: Int64
    var priority: UInt8
    var sequence: Int
    var payload: UInt32

    static func < (a: Entry, b: Entry) -> Bool {
      (a.time, a.priority, a.sequence) < (b.time, b.priority, b.sequence)
    }
  }

  /// Sorted latest first, so that the first event is taken off the end.
  private(set) var entries: [Entry] = []
  private var sequence = 0

  mutating func schedule(_ payload: UInt32, at time: Int64, priority: UInt8) -> Entry {
    sequence += 1
    let entry = Entry(time: time, priority: priority, sequence: sequence, payload: payload)
    entries.insert(entry, at: place(of: entry))
    return entry
  }

  mutating func cancel(_ entry: Entry) -> Bool {
    let i = place(of: entry)
    guard i < entries.count && entries[i] == entry else { return false }
    entries.remove(at: i)
    return true
  }

  mutating func popFirst() -> Entry? { entries.popLast() }

  /// Where the entry is, or would be inserted.
  private func place(of entry: Entry) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] > entry { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
