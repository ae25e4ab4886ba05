internal import DiscreteEvent

extension QuantileSketch {
  /// Observations below the resolution, the first bucket's key, and the observations per bucket.
  var bytes: [UInt8] {
    WholeNumbers.encode([Int64(zeros), Int64(firstKey)] + buckets.map(Int64.init))
  }

  init?(bytes: [UInt8]) {
    guard let numbers = WholeNumbers.decode(bytes, limit: 1 << 21), numbers.count >= 2 else {
      return nil
    }
    self.init(
      zeros: Int(numbers[0]), firstKey: Int(numbers[1]), buckets: numbers[2...].map(Int.init))
  }
}
