import DiscreteEvent
import Quantities
import Testing

@Suite struct SimulatorTests {
  @Test("The clock follows the events up to the limit and then stands at the limit")
  func clock() {
    var simulator = Simulator<String.Index>()
    let mark = "".startIndex
    simulator.schedule(mark, at: Instant(microseconds: 5))
    simulator.schedule(mark, after: TimeSpan(microseconds: 20))
    let limit = Instant(microseconds: 19)
    var instants: [Int64] = []
    while simulator.next(through: limit) != nil { instants.append(simulator.now.microseconds) }
    let stopped = simulator.now
    let left = simulator.pendingCount
    while simulator.next() != nil { instants.append(simulator.now.microseconds) }
    let end = simulator.now
    let executed = simulator.eventCount
    #expect(instants == [5, 20])
    #expect(stopped == limit)
    #expect(left == 1 && executed == 2)
    #expect(end == Instant(microseconds: 20))
  }

  @Test(
    "Before an event of the model's own go earlier ones, and at its time only smaller priorities")
  func beforeAnother() {
    var simulator = Simulator<UInt8>()
    let time = Instant(microseconds: 50)
    simulator.schedule(1, at: Instant(microseconds: 49), priority: 7)
    simulator.schedule(2, at: time, priority: 4)
    simulator.schedule(3, at: time, priority: 5)
    #expect(simulator.next(before: time, priority: 5) == 1)
    #expect(simulator.next(before: time, priority: 5) == 2)
    #expect(simulator.next(before: time, priority: 5) == nil)
    simulator.advance(to: time)
    #expect(simulator.now == time)
    #expect(simulator.next(before: time, priority: 6) == 3)
    #expect(simulator.eventCount == 4)
  }

  @Test("An event at the limit is executed")
  func limit() {
    var simulator = Simulator<Int>(start: Instant(microseconds: -7))
    simulator.schedule(1, at: Instant(microseconds: 3))
    let payload = simulator.next(through: Instant(microseconds: 3))
    #expect(payload == 1)
  }

  #if os(Linux)
    @Test("Scheduling in the past stops the program")
    func past() async {
      await #expect(processExitsWith: .failure) {
        var simulator = Simulator<Int>()
        simulator.schedule(1, at: Instant(microseconds: 10))
        _ = simulator.next()
        simulator.schedule(2, at: Instant(microseconds: 9))
      }
    }
  #endif
}
