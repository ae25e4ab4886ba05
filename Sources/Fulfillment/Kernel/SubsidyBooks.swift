internal import Foundation

/// Subsidies of a run while it goes on, and what they have set aside for orders alive.
struct SubsidyBooks: ~Copyable {
  let subsidies: UnsafeMutablePointer<SubsidyState>
  /// Per order alive: what each subsidy has set aside, and what carriers were paid [orders x (subsidies + 1)].
  private var rows: UnsafeMutablePointer<Int64>?
  private var capacity = 0
  private let count: Int

  init(_ view: CommerceView) {
    count = view.subsidies.count
    subsidies = .allocate(capacity: max(1, count))
    for index in 0..<count {
      subsidies[index] = SubsidyState(left: view.subsidies[index].budget)
    }
  }

  deinit {
    subsidies.deallocate()
    free(rows)
  }

  /// What is kept for an order that has just come.
  mutating func openRow(_ slot: Int32) -> UnsafeMutablePointer<Int64> {
    let stride = count + 1
    if Int(slot) >= capacity {
      capacity = max(1024, Int(slot) + 1, capacity + capacity / 2)
      guard let memory = realloc(rows, capacity * stride * MemoryLayout<Int64>.stride) else {
        fatalError("out of memory for the subsidies of \(capacity) orders")
      }
      rows = memory.bindMemory(to: Int64.self, capacity: capacity * stride)
    }
    let row = row(slot)
    row.initialize(repeating: 0, count: stride)
    return row
  }

  /// What is kept for an order alive; the last is what carriers were paid.
  func row(_ slot: Int32) -> UnsafeMutablePointer<Int64> {
    rows.unsafelyUnwrapped + Int(slot) * (count + 1)
  }
}

/// One subsidy while a run goes on [millionths].
struct SubsidyState: BitwiseCopyable {
  /// Neither spent nor set aside.
  var left: Int64
  /// Paid for orders that are at the door, and that part of it which is of observed orders.
  var spent: Int64 = 0
  var spentOnObserved: Int64 = 0
  /// When an order first got less than it should have [µs]; `.max` if none has.
  var firstShort = Int64.max
}
