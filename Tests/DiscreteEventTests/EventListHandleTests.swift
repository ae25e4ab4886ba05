import DiscreteEvent
import Quantities
import Testing

@Suite struct EventListHandleTests {
  @Test("A handle goes stale when its event is popped, even if its slot is used again")
  func staleAfterPop() {
    var events = EventList<Int>()
    let first = events.schedule(1, at: Instant(microseconds: 10))
    let wasPending = events.isPending(first)
    let popped = events.popFirst()?.payload
    let second = events.schedule(2, at: Instant(microseconds: 20))
    let firstPending = events.isPending(first)
    let firstCancelled = events.cancel(first)
    let secondPending = events.isPending(second)
    #expect(wasPending && popped == 1)
    #expect(!firstPending && !firstCancelled && secondPending)
  }

  @Test("Cancelling twice is false the second time, and the event never comes")
  func cancelTwice() {
    var events = EventList<Int>()
    let handle = events.schedule(1, at: Instant(microseconds: 10))
    events.schedule(2, at: Instant(microseconds: 11))
    let once = events.cancel(handle)
    let twice = events.cancel(handle)
    let next = events.nextTime
    let payload = events.popFirst()?.payload
    let end = events.popFirst()?.payload
    #expect(once && !twice)
    #expect(next == Instant(microseconds: 11))
    #expect(payload == 2)
    #expect(end == nil)
  }

  @Test("The handle that no event has is not pending")
  func none() {
    var events = EventList<Int>()
    let empty = events.isPending(.none)
    let handle = events.schedule(1, at: .zero)
    let one = events.isPending(.none)
    #expect(!empty && !one && handle != .none)
  }

  @Test("Events at one instant go by priority, then first in first out, in any number")
  func ties() {
    var events = EventList<Int>()
    for i in 0..<30_000 {
      events.schedule(i, at: Instant(microseconds: 5), priority: UInt8(i % 3 == 0 ? 0 : 7))
    }
    var order: [Int] = []
    while let event = events.popFirst() { order.append(event.payload) }
    let expected =
      (0..<30_000).filter { $0 % 3 == 0 } + (0..<30_000).filter { $0 % 3 != 0 }
    let isExpected = order == expected
    #expect(isExpected)
  }

  @Test("Times at both ends of the range keep their order")
  func range() {
    var events = EventList<Int>()
    let bound: Int64 = 1 << 60
    let times = [bound - 1, 0, -bound, -1, 1, bound - 2, 1 - bound]
    for time in times { events.schedule(Int(time), at: Instant(microseconds: time)) }
    var order: [Int64] = []
    while let event = events.popFirst() { order.append(event.time.microseconds) }
    #expect(order == times.sorted())
  }

  @Test("Ten thousand events over the whole range of times keep their order")
  func wholeRange() {
    var random = TestRandom(state: 5)
    var events = EventList<Int>()
    var times: [Int64] = []
    for _ in 0..<10_000 {
      let time = Int64(bitPattern: random.next()) >> 3
      times.append(time)
      events.schedule(Int(time), at: Instant(microseconds: time))
    }
    var order: [Int64] = []
    while let event = events.popFirst() { order.append(event.time.microseconds) }
    let isSorted = order == times.sorted()
    #expect(isSorted)
  }
}
