import DiscreteEvent
import Quantities
import Testing

@Suite struct EventListMemoryTests {
  @Test("Cancelling for ever takes no more memory than some times the pending events")
  func churn() {
    for pending in [10, 3000, 30_000] {
      var random = TestRandom(state: UInt64(pending))
      var events = EventList<Int>()
      var handles: [EventHandle] = []
      for i in 0..<pending {
        handles.append(events.schedule(i, at: Instant(microseconds: Int64(random.next() >> 30))))
      }
      for i in 0..<(100 * pending + 100_000) {
        let place = Int(random.next() % UInt64(pending))
        events.cancel(handles[place])
        handles[place] = events.schedule(
          i, at: Instant(microseconds: Int64(random.next() >> 30)))
      }
      // Keys of living and dead, at most two arrays of twice what is needed; slots; half-empty
      // chunks.
      let bound = pending * (2 * 2 * 16 + 2 * 16 + 2 * 512 / 32) + 150_000
      let bytes = events.memoryInBytes
      #expect(bytes < bound)
    }
  }

  @Test("A steady schedule takes no further memory after it has been held for a while")
  func steady() {
    for pending in [100, 1900, 2500, 40_000] {
      var random = TestRandom(state: 1)
      var events = EventList<Int>()
      for i in 0..<pending {
        events.schedule(i, at: Instant(microseconds: Int64(random.next() >> 44)))
      }
      func hold(_ n: Int, _ events: inout EventList<Int>, _ random: inout TestRandom) {
        for _ in 0..<n {
          guard let event = events.popFirst() else { return }
          let delay = Int64(-1e6 * Reference.log(random.uniform()))
          events.schedule(event.payload, at: event.time + TimeSpan(microseconds: delay))
        }
      }
      hold(500_000, &events, &random)
      let before = events.memoryInBytes
      hold(2_000_000, &events, &random)
      let after = events.memoryInBytes
      #expect(after == before)
    }
  }
}
