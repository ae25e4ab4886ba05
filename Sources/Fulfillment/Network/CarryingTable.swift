/// Storage fees by date, and the cost of capital.
struct CarryingTable: Sendable {
  /// Time in stock that is free of fees [µs].
  var freeFor: Int64 = 0
  /// Instants from which rates hold, sorted [µs], and the rates [millionths per m3 and µs].
  var starts: [Int64] = []
  var rates: [Double] = []
  /// Share of the goods' cost per µs.
  var capitalPerMicrosecond = 0.0
}

/// Carrying costs, raw.
struct CarryingView: BitwiseCopyable {
  let freeFor: Int64
  let capitalPerMicrosecond: Double
  private let starts: UnsafeBufferPointer<Int64>
  private let rates: UnsafeBufferPointer<Double>
  /// Fees from the first start to each start [millionths per m3].
  private let before: UnsafeBufferPointer<Double>

  init(_ table: CarryingTable, in memory: NetworkMemory) {
    freeFor = table.freeFor
    capitalPerMicrosecond = table.capitalPerMicrosecond
    starts = memory.buffer(table.starts)
    rates = memory.buffer(table.rates)
    var sums: [Double] = []
    for index in table.starts.indices {
      let span = index == 0 ? 0 : Double(table.starts[index] - table.starts[index - 1])
      sums.append(index == 0 ? 0 : sums[index - 1] + table.rates[index - 1] * span)
    }
    before = memory.buffer(sums)
  }

  /// The fee of a cubic meter from the first start to an instant.
  func fee(through instant: Int64) -> Double {
    let index = firstIndex(in: starts, atOrAfter: instant &+ 1) - 1
    guard index >= 0 else { return 0 }
    return before[index] + rates[index] * Double(instant &- starts[index])
  }
}
