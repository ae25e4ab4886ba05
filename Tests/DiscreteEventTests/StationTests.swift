import DiscreteEvent
import Quantities
import Testing

/// A random list of customers: when they come, how long they are served, how they rank.
private struct Customers {
  var arrivals: [Int64] = []
  var services: [Int64] = []
  var keys: [UInt32] = []

  init(_ n: Int, seed: UInt64, load: Double) {
    var random = TestRandom(state: seed)
    var now: Int64 = 0
    for _ in 0..<n {
      // Coarse times make ties.
      now += Int64(-10 * Reference.log(random.uniform()))
      arrivals.append(now)
      services.append(1 + Int64(-10 * load * Reference.log(random.uniform())))
      keys.append(UInt32(random.next() % 4))
    }
  }
}

private enum Step: BitwiseCopyable {
  case arrival(UInt32)
  case end
}

/// Runs customers through a station; arrivals go before ends of service at the same instant.
private func starts(
  _ customers: Customers, servers: Int, discipline: Discipline,
  inspect: (borrowing Station, Instant) -> Void = { _, _ in }
) -> [Int64] {
  var simulator = Simulator<Step>()
  var station = Station(servers: servers, discipline: discipline)
  var starts = [Int64](repeating: -1, count: customers.arrivals.count)
  for (i, time) in customers.arrivals.enumerated() {
    simulator.schedule(.arrival(UInt32(i)), at: Instant(microseconds: time), priority: 0)
  }
  while let event = simulator.next() {
    let now = simulator.now
    var started: UInt32?
    switch event {
    case .arrival(let i):
      if station.arrive(i, at: now, key: customers.keys[Int(i)]) { started = i }
    case .end:
      started = station.complete(at: now)
    }
    if let started {
      starts[Int(started)] = now.microseconds
      simulator.schedule(
        .end, after: TimeSpan(microseconds: customers.services[Int(started)]), priority: 1)
    }
  }
  inspect(station, simulator.now)
  return starts
}

@Suite struct StationTests {
  @Test("One server, first in first out: waits follow Lindley's recursion", arguments: 1...20)
  func lindley(seed: Int) {
    let customers = Customers(2000, seed: UInt64(seed), load: 0.9)
    var wait: Int64 = 0
    var expected: [Int64] = []
    for i in customers.arrivals.indices {
      if i > 0 {
        let gap = customers.arrivals[i] - customers.arrivals[i - 1]
        wait = max(0, wait + customers.services[i - 1] - gap)
      }
      expected.append(customers.arrivals[i] + wait)
    }
    let waits = zip(expected, customers.arrivals).map { $0 - $1 }
    let actual = starts(customers, servers: 1, discipline: .firstInFirstOut) { station, end in
      let queueTime = station.queueTime(through: end)
      let busyTime = station.busyTime(through: end)
      let tally = station.waits
      #expect(queueTime == Int128(waits.reduce(0, +)))
      #expect(busyTime == Int128(customers.services.reduce(0, +)))
      #expect(tally.count == 2000)
      #expect(abs(tally.sum - Double(waits.reduce(0, +)) * 1e-6) < 1e-9)
      #expect(tally.maximum == Double(waits.max()!) * 1e-6)
    }
    #expect(actual == expected)
  }

  @Test(
    "Many servers and every discipline equal a search over all waiting customers",
    arguments: Discipline.allCases, [1, 2, 3, 8, 40])
  func bruteForce(discipline: Discipline, servers: Int) {
    for seed in 1...8 {
      let customers = Customers(1500, seed: UInt64(seed), load: 0.95 * Double(servers))
      let actual = starts(customers, servers: servers, discipline: discipline)
      #expect(actual == naive(customers, servers: servers, discipline: discipline))
    }
  }

  /// Steps from instant to instant; whoever waits is in a plain array that is searched.
  private func naive(_ customers: Customers, servers: Int, discipline: Discipline) -> [Int64] {
    var starts = [Int64](repeating: -1, count: customers.arrivals.count)
    var ends: [Int64] = []
    var waiting: [Int] = []
    var next = 0
    while next < customers.arrivals.count || !waiting.isEmpty {
      let arrival = next < customers.arrivals.count ? customers.arrivals[next] : Int64.max
      let end = ends.min() ?? Int64.max
      if arrival <= end {
        if ends.count < servers {
          starts[next] = arrival
          ends.append(arrival + customers.services[next])
        } else {
          waiting.append(next)
        }
        next += 1
        continue
      }
      ends.remove(at: ends.firstIndex(of: end)!)
      if waiting.isEmpty { continue }
      let place =
        switch discipline {
        case .firstInFirstOut: 0
        case .lastInFirstOut: waiting.count - 1
        case .priority:
          waiting.indices.min {
            (customers.keys[waiting[$0]], $0) < (customers.keys[waiting[$1]], $1)
          }!
        }
      let customer = waiting.remove(at: place)
      starts[customer] = end
      ends.append(end + customers.services[customer])
    }
    return starts
  }

  @Test("Fewer servers: the busy finish their work, and nobody starts in their place")
  func fewerServers() {
    var station = Station(servers: 3)
    let now = { Instant(microseconds: $0) }
    let started = (0..<5).map { station.arrive(UInt32($0), at: now(0)) }
    station.setServers(1, at: now(10))
    let first = station.complete(at: now(20))
    let second = station.complete(at: now(30))
    let third = station.complete(at: now(40))
    let state = (station.servers, station.busy, station.queueLength)
    let busy = station.busyTime(through: now(50))
    let staffed = station.staffedTime(through: now(50))
    let waits = station.waits
    #expect(started == [true, true, true, false, false])
    #expect(first == nil && second == nil && third == 3)
    #expect(state == (1, 1, 1))
    #expect(busy == 20 + 30 + 40 + 10)
    #expect(staffed == 3 * 10 + 40)
    #expect(waits.count == 4 && waits.maximum == 40 * 1e-6)
  }

  @Test("More servers: the waiting start one by one until all are busy or nobody waits")
  func moreServers() {
    var station = Station(servers: 0, discipline: .lastInFirstOut)
    let now = { Instant(microseconds: $0) }
    let started = (0..<4).map { station.arrive(UInt32($0), at: now(Int64($0))) }
    let tooEarly = station.startNext(at: now(5))
    station.setServers(3, at: now(10))
    var order: [UInt32] = []
    while let token = station.startNext(at: now(10)) { order.append(token) }
    let state = (station.busy, station.queueLength, station.queueLengthMaximum)
    #expect(!started.contains(true))
    #expect(tooEarly == nil)
    #expect(order == [3, 2, 1])
    #expect(state == (3, 1, 4))
  }

  @Test("A reset forgets what was before, and what happens at its instant adds no time")
  func reset() {
    var before = Station(servers: 2)
    var after = Station(servers: 2)
    let now = { Instant(microseconds: $0) }
    _ = before.arrive(1, at: now(0))
    _ = after.arrive(1, at: now(0))
    before.resetStatistics(at: now(10))
    _ = before.arrive(2, at: now(10))
    _ = before.arrive(3, at: now(10))
    _ = after.arrive(2, at: now(10))
    _ = after.arrive(3, at: now(10))
    after.resetStatistics(at: now(10))
    let integrals = (
      before.busyTime(through: now(25)), before.queueTime(through: now(25)),
      before.staffedTime(through: now(25))
    )
    let others = (
      after.busyTime(through: now(25)), after.queueTime(through: now(25)),
      after.staffedTime(through: now(25))
    )
    let counts = (before.waits.count, after.waits.count)
    #expect(integrals == (30, 15, 30))
    #expect(integrals == others)
    #expect(counts == (1, 0))
  }
}
