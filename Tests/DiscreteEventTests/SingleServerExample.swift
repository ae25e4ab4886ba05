import DiscreteEvent
import Quantities
import RandomVariates

enum Event: BitwiseCopyable {
  case arrival
  case departure
}

/// Mean waiting time in the queue [s] of M/M/1 from empty: 0.8 arrivals and 1 service per second.
func meanWait(customers: Int, replication: UInt64) -> Double {
  var simulator = Simulator<Event>()
  var desk = Station(servers: 1)
  var gaps = RandomStream()
  var services = RandomStream()
  gaps.seat(seed: 1, purpose: Purpose("arrivals"), replication: replication, entity: 0)
  services.seat(seed: 1, purpose: Purpose("service"), replication: replication, entity: 0)

  var customer: UInt32 = 0
  simulator.schedule(.arrival, after: .seconds(gaps.exponential() / 0.8))
  while let event = simulator.next() {
    let starts: Bool
    switch event {
    case .arrival:
      customer += 1
      if customer < customers {
        simulator.schedule(.arrival, after: .seconds(gaps.exponential() / 0.8))
      }
      starts = desk.arrive(customer, at: simulator.now)
    case .departure:
      starts = desk.complete(at: simulator.now) != nil
    }
    if starts {
      simulator.schedule(.departure, after: .seconds(services.exponential()))
    }
  }
  return desk.waits.mean
}
