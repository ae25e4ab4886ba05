import DiscreteEvent
import Quantities
import Testing

/// How far ahead of the clock the events of a random schedule lie.
enum Increments: String, CaseIterable, Sendable {
  case ties, uniform, exponential, bimodal, heavyTailed, clustered

  func draw(_ random: inout TestRandom) -> Int64 {
    let u = random.uniform()
    return switch self {
    case .ties: Int64(u * 3) * 1000
    case .uniform: Int64(u * 1e7)
    case .exponential: Int64(1e6 * -Reference.log(u))
    case .bimodal: Int64(u < 0.9 ? u * 100 : 1e12 * u)
    case .heavyTailed: Int64(min(1e15, 1 / (u * u * u)))
    case .clustered: Int64(u * 5) * 1_000_000_000_000 + Int64(random.uniform() * 4)
    }
  }
}

struct Schedule: Sendable, CustomTestStringConvertible {
  var increments: Increments
  var seed: UInt64
  var size: Int
  var testDescription: String { "\(increments) to \(size) pending, seed \(seed)" }

  static let all: [Schedule] = Increments.allCases.flatMap { increments in
    [3, 40, 600, 1500, 5000, 20_000].flatMap { size in
      (1...3).map { Schedule(increments: increments, seed: $0, size: size) }
    }
  }
}

@Suite struct EventListOrderTests {
  @Test("Events leave in the order of a stable sort by time and priority", arguments: Schedule.all)
  func order(_ schedule: Schedule) {
    var random = TestRandom(state: schedule.seed &* 977 &+ UInt64(schedule.size))
    var events = EventList<UInt32>(minimumCapacity: 1)
    var reference = SortedReference()
    var handles: [(handle: EventHandle, entry: SortedReference.Entry)] = []
    var now: Int64 = -5_000_000
    var differences = 0
    // Grows to the size, holds it, drains, and once more: slots and rungs are used again.
    for phase in [0.6, 0.4, 0.1, 0.7, 0.5, 0.0] {
      for _ in 0..<(schedule.size * 2) {
        let u = random.uniform()
        if u < phase {
          let payload = UInt32(truncatingIfNeeded: random.next())
          let time = now + schedule.increments.draw(&random)
          let priority = UInt8(random.next() % 8 == 0 ? random.next() % 8 : 0)
          let handle = events.schedule(
            payload, at: Instant(microseconds: time), priority: priority)
          handles.append((handle, reference.schedule(payload, at: time, priority: priority)))
        } else if u < phase + 0.05 + 0.3 * (1 - phase) && !handles.isEmpty {
          let i = Int(random.next() % UInt64(handles.count))
          let pending = events.isPending(handles[i].handle)
          let cancelled = events.cancel(handles[i].handle)
          if cancelled != reference.cancel(handles[i].entry) || pending != cancelled {
            differences += 1
          }
          handles.swapAt(i, handles.count - 1)
          handles.removeLast()
        } else if let event = events.popFirst() {
          let expected = reference.popFirst()
          if expected?.time != event.time.microseconds || expected?.payload != event.payload {
            differences += 1
          }
          now = event.time.microseconds
        }
        if events.count != reference.entries.count { differences += 1 }
      }
    }
    while let event = events.popFirst() {
      let expected = reference.popFirst()
      if expected?.time != event.time.microseconds || expected?.payload != event.payload {
        differences += 1
      }
    }
    #expect(differences == 0)
    #expect(reference.entries.isEmpty)
    let isEmpty = events.isEmpty
    #expect(isEmpty)
  }
}
