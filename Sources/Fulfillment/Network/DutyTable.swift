/// What is due on imports at one place, period by period.
struct DutyTable {
  /// First instant of each period [µs since the epoch]; the first reaches back to the beginning.
  var starts: [Int64] = []
  /// Rules of each class and origin of goods in each period [periods x codes].
  var rows: [DutyRow] = []
  /// Brokerage per parcel in each period [millionths].
  var brokerage: [Int64] = []
}

/// What is due on goods of one class and origin in one period.
struct DutyRow: BitwiseCopyable, Hashable {
  var duty = LevyRow()
  var tax = LevyRow()
}

/// A share of the value, and amounts per parcel and gram [millionths], of shipments worth more than `above`.
struct LevyRow: BitwiseCopyable, Hashable {
  var rate = 0.0
  var perParcel: Int64 = 0
  var perGram = 0.0
  var above: Int64 = 0

  /// What is due on goods of a value and a weight, without the amount per parcel.
  func amount(value: Int64, grams: Int64) -> Int64 {
    Int64(saturating: rate * Double(value)).saturatingSum(
      Int64(saturating: perGram * Double(grams)))
  }
}

/// A gate whose probability and delay change from day to day.
struct DatedGate {
  var starts: [Int64] = []
  var probabilities: [Double] = []
  var laws: [Int32] = []
  /// Opening times that the delay passes in; -1: always.
  var calendar: Int32 = -1
}

/// A dated table, raw: the period of an instant.
struct PeriodView: BitwiseCopyable {
  let starts: UnsafeBufferPointer<Int64>

  init(_ starts: [Int64], in memory: NetworkMemory) { self.starts = memory.buffer(starts) }

  @inline(__always)
  func index(at instant: Int64) -> Int {
    max(0, firstIndex(in: starts, atOrAfter: instant &+ 1) &- 1)
  }
}

struct DutyView: BitwiseCopyable {
  let period: PeriodView
  let rows: UnsafePointer<DutyRow>
  let brokerage: UnsafePointer<Int64>

  init(_ table: DutyTable, in memory: NetworkMemory) {
    period = PeriodView(table.starts, in: memory)
    rows = memory.copy(table.rows)
    brokerage = memory.copy(table.brokerage)
  }
}

struct DatedGateView: BitwiseCopyable {
  let period: PeriodView
  let probabilities: UnsafePointer<Double>
  let laws: UnsafePointer<Int32>
  let calendar: Int32

  init(_ gate: DatedGate, in memory: NetworkMemory) {
    period = PeriodView(gate.starts, in: memory)
    probabilities = memory.copy(gate.probabilities)
    laws = memory.copy(gate.laws)
    calendar = gate.calendar
  }
}
