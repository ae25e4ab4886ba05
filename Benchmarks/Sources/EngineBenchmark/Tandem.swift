import DiscreteEvent
import Quantities
import RandomVariates

/// An order in the system; its place is used again once it has left.
struct Order: BitwiseCopyable {
  var number: UInt32
  var placed: Instant
}

/// Pick (8 servers, mean 6.4 s), pack (4, 3.2 s), ship (2, 1.6 s), one order per second:
/// utilization 0.8 each.
func tandem(orders: Int) -> Measurement {
  let arrivals = Purpose("arrivals").key
  let services = (
    Purpose("service.pick").key, Purpose("service.pack").key, Purpose("service.ship").key
  )
  let start = processorTime()
  var simulator = Simulator<Event>()
  var pick = Station(servers: 8)
  var pack = Station(servers: 4)
  var ship = Station(servers: 2)
  var gaps = RandomStream()
  gaps.seat(seed: seed, purpose: arrivals, replication: 0, entity: 0)
  var draw = RandomStream()
  var table = Arena()
  var number: UInt32 = 0
  let last = UInt32(orders)
  var sojourn = Tally()

  func begin(
    _ kind: Event.Kind, _ token: UInt32, _ purpose: UInt64, _ mean: Double,
    _ simulator: inout Simulator<Event>, _ draw: inout RandomStream, _ table: borrowing Arena
  ) {
    draw.seat(
      seed: seed, purpose: purpose, replication: 0, entity: UInt64(table[token].number))
    simulator.schedule(
      Event(kind: kind, token: token), after: TimeSpan(seconds: draw.exponential() * mean))
  }

  simulator.schedule(Event(kind: .arrival), after: TimeSpan(seconds: gaps.exponential()))
  while let event = simulator.next() {
    let now = simulator.now
    switch event.kind {
    case .arrival:
      number &+= 1
      if number < last {
        simulator.schedule(Event(kind: .arrival), after: TimeSpan(seconds: gaps.exponential()))
      }
      let token = table.insert(Order(number: number, placed: now))
      if pick.arrive(token, at: now) {
        begin(.pick, token, services.0, 6.4, &simulator, &draw, table)
      }
    case .pick:
      if let next = pick.complete(at: now) {
        begin(.pick, next, services.0, 6.4, &simulator, &draw, table)
      }
      if pack.arrive(event.token, at: now) {
        begin(.pack, event.token, services.1, 3.2, &simulator, &draw, table)
      }
    case .pack:
      if let next = pack.complete(at: now) {
        begin(.pack, next, services.1, 3.2, &simulator, &draw, table)
      }
      if ship.arrive(event.token, at: now) {
        begin(.ship, event.token, services.2, 1.6, &simulator, &draw, table)
      }
    case .ship:
      if let next = ship.complete(at: now) {
        begin(.ship, next, services.2, 1.6, &simulator, &draw, table)
      }
      sojourn.add((now - table[event.token].placed).inSeconds)
      table.remove(event.token)
    }
  }
  let end = simulator.now
  precondition(pick.busyTime(through: end) <= pick.staffedTime(through: end))
  precondition(sojourn.count == orders && ship.queueTime(through: end) >= 0)
  return Measurement(
    model: "tandem", units: orders, seconds: processorTime() - start, check: sojourn.mean)
}

/// Rows with recycled places.
struct Arena: ~Copyable {
  private var rows = UnsafeMutablePointer<Order>.allocate(capacity: 1 << 20)
  private var free = UnsafeMutablePointer<UInt32>.allocate(capacity: 1 << 20)
  private var freeCount = 0
  private var used: UInt32 = 0

  deinit {
    rows.deallocate()
    free.deallocate()
  }

  subscript(token: UInt32) -> Order { rows[Int(token)] }

  mutating func insert(_ order: Order) -> UInt32 {
    let token: UInt32
    if freeCount > 0 {
      freeCount -= 1
      token = free[freeCount]
    } else {
      precondition(used < 1 << 20, "the system has grown beyond the table")
      token = used
      used += 1
    }
    (rows + Int(token)).initialize(to: order)
    return token
  }

  mutating func remove(_ token: UInt32) {
    (free + freeCount).initialize(to: token)
    freeCount += 1
  }
}
