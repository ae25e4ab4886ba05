/// Notes the facts of one order, or of all.
struct TraceRecorder: RunObserver {
  static var isOn: Bool { true }

  enum Choice {
    /// The order at this place, from 1, in the sequence of orders that come in during the window.
    case place(Int)
    /// Every order of the window.
    case all
    /// Every order of the window, but only when it came and how it ended.
    case ends
  }

  struct Record {
    var place: Int
    var placed: PlacedOrder
    var facts: [Fact] = []
  }

  let choice: Choice
  /// Orders that came in during the window so far.
  private(set) var count = 0
  private(set) var records: [Record] = []
  private var index: [UInt64: Int] = [:]
  private(set) var overheads: [Fact.Posting] = []
  private(set) var isSatisfied = false

  init(_ choice: Choice) { self.choice = choice }

  mutating func place(_ order: PlacedOrder) {
    guard order.isObserved else { return }
    count += 1
    if case .place(let place) = choice, place != count { return }
    index[order.number] = records.count
    records.append(Record(place: count, placed: order))
  }

  mutating func note(_ fact: Fact) {
    guard let row = index[fact.order] else { return }
    if case .ends = choice, !fact.isEnd, !fact.isCancellation { return }
    records[row].facts.append(fact)
    if case .place = choice { isSatisfied = fact.isEnd }
  }

  mutating func noteOverhead(_ posting: Fact.Posting) { overheads.append(posting) }
}

extension Fact {
  var isCancellation: Bool {
    if case .canceled = what { true } else { false }
  }

  /// Whether nothing more can happen to the order.
  var isEnd: Bool {
    switch what {
    case .closed, .lost, .declined, .settled: true
    default: false
    }
  }
}
