internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// One time that a disruption happens [µs since the epoch].
public struct Incident: Sendable, Hashable {
  public var start: Int64
  public var end: Int64
}

/// When a disruption happens, compiled: a pure function of its name and the replication.
struct IncidentLaw: Sendable {
  var name: String
  /// Where it has a date [µs since the epoch].
  var start: Int64?
  /// Mean time in working order between two [µs].
  var meanBetween = 0.0
  var duration: Law
  var limit: Int64
  private let purpose: Purpose

  /// Times that one disruption may happen in a run.
  static let countMaximum = 10_000

  init(_ named: Named<any DisruptionKind>, _ market: MarketModel) {
    let timing = named.value.timing
    name = named.name
    purpose = Purpose("disruption.\(named.name)")
    start = timing.start.map { ($0.unixSeconds(in: market.timeZone) - market.epoch) * 1_000_000 }
    meanBetween = (timing.every ?? 0) * 1e6
    duration = timing.duration
    limit = market.clock.limit
  }

  /// All of them in a replication, in time order and apart.
  func incidents(_ run: RunSeed) -> [Incident] {
    var stream = RandomStream(run.generator)
    let sampler = duration.sampler
    func span(_ seconds: Double) -> Int64 {
      seconds * 1e6 < Double(limit) ? max(0, Int64(seconds * 1e6 + 0.5)) : limit
    }
    func seat(_ number: Int) {
      stream.seat(
        seed: run.seed, purpose: purpose, replication: run.replication, entity: UInt64(number))
    }
    if let start {
      seat(0)
      return [Incident(start: start, end: start + span(sampler.sample(&stream)))]
    }
    var found: [Incident] = []
    var now: Int64 = 0
    while found.count < IncidentLaw.countMaximum {
      seat(found.count)
      now += span(stream.exponential() * meanBetween * 1e-6)
      if now >= limit { break }
      let end = now + span(sampler.sample(&stream))
      found.append(Incident(start: now, end: end))
      now = end
    }
    return found
  }
}

/// Sorted disjoint times in which something stands still.
struct Closures {
  private(set) var starts: [Int64] = []
  private(set) var ends: [Int64] = []

  /// The union of all incidents; empty ones close nothing.
  init(_ incidents: [Incident]) {
    for incident in incidents.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) })
    where incident.end > incident.start {
      if let last = ends.last, incident.start <= last {
        ends[ends.count - 1] = max(last, incident.end)
      } else {
        starts.append(incident.start)
        ends.append(incident.end)
      }
    }
  }

  /// The first instant at or after `instant` that is not closed, and when the next closure begins.
  func open(at instant: Int64) -> (from: Int64, until: Int64) {
    // First closure that ends after the instant.
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= instant { low = middle + 1 } else { high = middle }
    }
    guard low < ends.count else { return (instant, .max) }
    if starts[low] > instant { return (instant, starts[low]) }
    return (ends[low], low + 1 < starts.count ? starts[low + 1] : .max)
  }
}
