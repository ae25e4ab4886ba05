import DiscreteEvent
import Quantities
import RandomVariates

/// How far ahead an event of the hold model is scheduled [s].
enum Increment: String, CaseIterable {
  case exponential, uniform, bimodal, pareto, ties

  @inline(__always)
  func draw(_ stream: inout RandomStream) -> TimeSpan {
    switch self {
    case .exponential: TimeSpan(seconds: stream.exponential())
    case .uniform: TimeSpan(seconds: 2 * stream.uniform())
    // Nine in ten within 0.1 s, the others about 1000 s ahead.
    case .bimodal:
      TimeSpan(seconds: stream.uniform() < 0.9 ? 0.1 * stream.uniform() : 1000 + stream.uniform())
    // Without a finite mean.
    case .pareto: TimeSpan(seconds: min(1e9, 0.1 / stream.uniform()))
    case .ties: TimeSpan(seconds: Double(stream.integer(below: 4)))
    }
  }
}

/// The hold model: pop the first event, draw an increment (exponential of mean 1 s), schedule it
/// again.
func hold(pending: Int, holds: Int, increment: Increment = .exponential) -> Measurement {
  var simulator = Simulator<UInt32>()
  var stream = RandomStream()
  stream.seat(seed: seed, purpose: Purpose("hold").key, replication: 0, entity: 0)
  for i in 0..<pending {
    simulator.schedule(UInt32(i), after: increment.draw(&stream))
  }
  func run(_ n: Int, _ simulator: inout Simulator<UInt32>, _ stream: inout RandomStream) {
    for _ in 0..<n {
      guard let payload = simulator.next() else { return }
      simulator.schedule(payload, after: increment.draw(&stream))
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

/// Observations put into a quantile sketch, without drawing them.
func sketch(observations: Int) -> Measurement {
  var stream = RandomStream()
  let values = (0..<4096).map { _ in stream.exponential() * 1e5 }
  let start = processorTime()
  var sketch = QuantileSketch()
  for i in 0..<observations { sketch.insert(values[i & 4095]) }
  return Measurement(
    model: "sketch", units: observations, seconds: processorTime() - start,
    check: sketch.quantile(0.5))
}
