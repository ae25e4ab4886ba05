import DiscreteEvent
import Quantities
import RandomVariates

/// The hold model: pop the first event, draw an exponential increment of mean 1 s, schedule it again.
func hold(pending: Int, holds: Int) -> Measurement {
  var simulator = Simulator<UInt32>()
  var stream = RandomStream()
  stream.seat(seed: seed, purpose: Purpose("hold").key, replication: 0, entity: 0)
  for i in 0..<pending {
    simulator.schedule(UInt32(i), after: TimeSpan(seconds: stream.exponential()))
  }
  func run(_ n: Int, _ simulator: inout Simulator<UInt32>, _ stream: inout RandomStream) {
    for _ in 0..<n {
      guard let payload = simulator.next() else { return }
      simulator.schedule(payload, after: TimeSpan(seconds: stream.exponential()))
    }
  }
  run(3 * pending, &simulator, &stream)
  let start = processorTime()
  run(holds, &simulator, &stream)
  let seconds = processorTime() - start
  return Measurement(
    model: "hold\(pending)", units: holds, seconds: seconds,
    check: Double(simulator.now.microseconds))
}

/// Memory of events that are pending all at once; the figure is the process's peak.
func pending(events: Int) -> Measurement {
  let start = processorTime()
  var list = EventList<UInt64>()
  var stream = RandomStream()
  stream.seat(seed: seed, purpose: Purpose("hold").key, replication: 0, entity: 0)
  for i in 0..<events {
    list.schedule(UInt64(i), at: Instant.zero + TimeSpan(seconds: stream.exponential() * 1e6))
  }
  return Measurement(
    model: "pending", units: events, seconds: processorTime() - start, check: Double(list.count))
}
