import DiscreteEvent
import Quantities
import Testing

@Suite struct TallyTests {
  @Test("Mean, variance and range equal the two-pass formulas, also far from zero")
  func moments() {
    var random = TestRandom(state: 3)
    let values = (0..<1000).map { _ in 1e9 + random.uniform() }
    var tally = Tally()
    for x in values { tally.add(x) }
    let mean = values.reduce(0) { $0 + ($1 - 1e9) } / 1000
    let squares = values.reduce(0) { $0 + ($1 - 1e9 - mean) * ($1 - 1e9 - mean) }
    #expect(tally.count == 1000)
    #expect(abs(tally.mean - 1e9 - mean) < 1e-5)
    #expect(abs(tally.variance - squares / 999) < 1e-6)
    #expect(tally.minimum == values.min() && tally.maximum == values.max())
  }

  @Test("Merging parts equals one tally up to rounding", arguments: [1, 2, 7, 20])
  func merge(parts: Int) {
    var random = TestRandom(state: UInt64(parts))
    var whole = Tally()
    var tallies = [Tally](repeating: Tally(), count: parts + 1)
    for i in 0..<5000 {
      let x = 1 / random.uniform()
      whole.add(x)
      tallies[i * i % parts].add(x)
    }
    var merged = Tally()
    for part in tallies { merged.merge(part) }
    #expect(merged.count == whole.count)
    #expect(merged.minimum == whole.minimum && merged.maximum == whole.maximum)
    #expect(abs(merged.mean / whole.mean - 1) < 1e-12)
    #expect(abs(merged.variance / whole.variance - 1) < 1e-10)
  }

  @Test("Without observations there is no mean, with one no variance")
  func few() {
    var tally = Tally()
    #expect(tally.mean.isNaN)
    tally.add(4)
    #expect(tally.mean == 4 && tally.variance.isNaN)
  }
}

@Suite struct TimeWeightedTests {
  @Test("The integral equals the sum over the microseconds")
  func integral() {
    var random = TestRandom(state: 11)
    var level = TimeWeighted(level: 3, since: Instant(microseconds: -20))
    var expected: Int128 = 0
    var maximum = 3
    var now: Int64 = -20
    for _ in 0..<500 {
      let next = now + Int64(random.next() % 5)
      expected += Int128(level.level) * Int128(next - now)
      now = next
      let instant = Instant(microseconds: now)
      if random.next() % 2 == 0 {
        level.add(Int(random.next() % 7) - 3, at: instant)
      } else {
        level.set(Int(random.next() % 9), at: instant)
      }
      maximum = max(maximum, level.level)
      #expect(level.integral(through: instant) == expected)
    }
    #expect(level.maximum == maximum)
    let mean = level.mean(through: Instant(microseconds: now))
    #expect(abs(mean - Double(expected) / Double(now + 20)) < 1e-12)
  }

  @Test("A million in the queue for a thousand years does not overflow")
  func long() {
    var queue = TimeWeighted()
    queue.add(1_000_000, at: .zero)
    let end = Instant(microseconds: 31_557_600_000_000_000)
    #expect(queue.integral(through: end) == Int128(1_000_000) * Int128(end.microseconds))
    #expect(queue.mean(through: end) == 1e6)
  }

  @Test("A reset keeps the level and starts its time and maximum anew")
  func reset() {
    var level = TimeWeighted()
    level.add(9, at: .zero)
    level.add(-7, at: Instant(microseconds: 10))
    level.reset(at: Instant(microseconds: 15))
    #expect(level.level == 2 && level.maximum == 2)
    #expect(level.integral(through: Instant(microseconds: 20)) == 10)
    #expect(level.mean(through: Instant(microseconds: 15)).isNaN)
  }
}
