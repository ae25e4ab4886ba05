import DiscreteEvent
import Quantities
import RandomVariates

struct Event: BitwiseCopyable {
  enum Kind: UInt32, BitwiseCopyable { case arrival, pick, pack, ship }
  var kind: Kind
  var token: UInt32 = 0
}

let seed: UInt64 = 20_260_101

/// M/M/1, arrivals 0.9/s, services 1/s: one sequential stream for arrivals, a seat per customer for
/// services.
func singleServer(customers: Int) -> Measurement {
  let arrivals = Purpose("arrivals").key
  let service = Purpose("service").key
  let start = processorTime()
  var simulator = Simulator<Event>()
  var desk = Station(servers: 1)
  var gaps = RandomStream()
  gaps.seat(seed: seed, purpose: arrivals, replication: 0, entity: 0)
  var draw = RandomStream()
  var customer: UInt32 = 0
  let last = UInt32(customers)

  simulator.schedule(
    Event(kind: .arrival), after: TimeSpan(seconds: gaps.exponential() / 0.9))
  while let event = simulator.next() {
    var starts: UInt32?
    if event.kind == .arrival {
      customer &+= 1
      if customer < last {
        simulator.schedule(
          Event(kind: .arrival), after: TimeSpan(seconds: gaps.exponential() / 0.9))
      }
      starts = desk.arrive(customer, at: simulator.now) ? customer : nil
    } else {
      starts = desk.complete(at: simulator.now)
    }
    if let starts {
      draw.seat(seed: seed, purpose: service, replication: 0, entity: UInt64(starts))
      simulator.schedule(
        Event(kind: .pick, token: starts), after: TimeSpan(seconds: draw.exponential()))
    }
  }
  let end = simulator.now
  precondition(desk.waits.count == customers && desk.queueTime(through: end) > 0)
  precondition(desk.busyTime(through: end) <= desk.staffedTime(through: end))
  return Measurement(
    model: "mm1", units: customers, seconds: processorTime() - start, check: desk.waits.mean)
}
