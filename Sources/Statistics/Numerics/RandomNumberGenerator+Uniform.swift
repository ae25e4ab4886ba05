extension RandomNumberGenerator {
  /// Strictly inside (0, 1), from one word.
  mutating func uniform() -> Double { Double(next() >> 12) * 0x1p-52 + 0x1p-53 }

  /// 0 to n - 1, from one word. The standard library's choice may change with its version; a
  /// design must not.
  mutating func index(below n: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(n)).high) }

  /// 0 to n - 1 in random order, from n - 1 words.
  mutating func permutation(of n: Int) -> [Int] {
    var order = Array(0..<n)
    for i in stride(from: n - 1, to: 0, by: -1) { order.swapAt(i, index(below: i + 1)) }
    return order
  }
}
