import RandomVariates
import Testing

@Suite struct PiecewiseLinearRateTests {
  static let day = PiecewiseLinearRate(
    times: [0, 4, 8, 12, 18, 21, 24], rates: [20, 5, 60, 80, 70, 120, 20])

  @Test("The integral at the knots is the known one")
  func knots() {
    #expect(Self.day.cumulatives == [0, 50, 180, 460, 910, 1195, 1405])
    #expect(Self.day.total == 1405)
    #expect(Self.day.cumulative(at: 21) - Self.day.cumulative(at: 18) == 285)
  }

  @Test("The inverse at 100 and 1300 is the known one")
  func inverse() {
    #expect(abs(Self.day.inverse(100) - 6.35756900856) < 1e-11)
    #expect(abs(Self.day.inverse(1300) - 22.0193024199) < 1e-10)
  }

  @Test("The inverse undoes the integral")
  func roundTrip() {
    for i in 0...2400 {
      let time = Double(i) / 100
      #expect(abs(Self.day.inverse(Self.day.cumulative(at: time)) - time) < 1e-9)
    }
  }

  @Test("Outside the knots nothing happens")
  func outside() {
    let rate = PiecewiseLinearRate(times: [2, 3], rates: [4, 6])
    #expect(rate.rate(at: 1) == 0 && rate.rate(at: 4) == 0 && rate.rate(at: 2.5) == 5)
    #expect(rate.cumulative(at: 1) == 0 && rate.cumulative(at: 4) == 5)
    #expect(rate.inverse(-1) == 2 && rate.inverse(6) == 3)
  }

  @Test("Steps jump at their times, and the inverse leaps over rest")
  func steps() {
    let rate = PiecewiseLinearRate.steps(times: [0, 1, 3, 4, 5], rates: [2, 0, 4, 0])
    #expect(rate.total == 6)
    #expect(rate.rate(at: 0.5) == 2 && rate.rate(at: 1) == 0 && rate.rate(at: 3) == 4)
    #expect(rate.cumulative(at: 2) == 2 && rate.cumulative(at: 3.25) == 3)
    #expect(rate.inverse(1) == 0.5 && rate.inverse(2) == 3 && rate.inverse(4) == 3.5)
    #expect(rate.inverse(6) == 4)
  }

  @Test("A rate that falls to 0 is inverted up to its end")
  func fallsToZero() {
    let rate = PiecewiseLinearRate(times: [0, 2], rates: [3, 0])
    #expect(rate.total == 3)
    #expect(abs(rate.inverse(2.25) - 1) < 1e-15)
    #expect(rate.inverse(3.0.nextDown) <= 2)
  }

  @Test("Arrivals have the known number, spread and mean time")
  func arrivals() {
    var (counts, evenings, means): ([Double], [Double], [Double]) = ([], [], [])
    for replication in 0..<1000 as Range<UInt64> {
      var stream = RandomStream()
      stream.seat(seed: 1, purpose: 2, replication: replication, entity: 0)
      var arrivals = PoissonArrivals(rate: Self.day)
      var times: [Double] = []
      while let time = arrivals.next(&stream) { times.append(time) }
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
      counts.append(Double(times.count))
      evenings.append(Double(times.count { $0 >= 18 && $0 < 21 }))
      means.append(times.reduce(0, +) / Double(times.count))
    }
    #expect(abs(Sample(counts).meanScore(1405)) < 4)
    #expect(abs(Sample(counts).varianceScore(1405)) < 4)
    #expect(abs(Sample(evenings).meanScore(285)) < 4)
    #expect(abs(Sample(means).meanScore(14.7508896797)) < 4)
  }

  @Test("A higher rate moves each arrival forward, not one back")
  func monotone() {
    let more = PiecewiseLinearRate(times: Self.day.times, rates: Self.day.rates.map { $0 * 1.2 })
    var (low, high) = (PoissonArrivals(rate: Self.day), PoissonArrivals(rate: more))
    var (first, second) = (RandomStream(), RandomStream())
    var compared = 0
    while let time = low.next(&first) {
      let sooner = high.next(&second)
      #expect(sooner! < time)
      compared += 1
    }
    #expect(compared > 1000)
  }
}
