import DiscreteEvent
import Fulfillment
import Oracles
import Quantities
import RandomVariates
import Statistics
import Testing

/// One fast server against two of half its speed, arrivals 0.9 a minute: what common random numbers are
/// worth depends on what draws are keyed by.
@Suite struct CommonRandomNumbersTests {
  #if DEBUG
    static let replications = 200
  #else
    static let replications = 3000
  #endif

  private func factor(_ pairs: [(fast: Double, slow: Double)]) throws -> Double {
    let fast = try #require(Estimate.mean(of: pairs.map(\.fast)))
    let slow = try #require(Estimate.mean(of: pairs.map(\.slow)))
    return try #require(
      PairedDifference(treatment: slow, baseline: fast)?.varianceReductionFactor)
  }

  @Test func `in the kernel draws keyed by order and purpose save more than a hundredfold`() throws
  {
    let desk = { (servers: Int, mean: Int) in
      """
          facilities:
            desk:
              kind: seller_site
              handling: {servers: \(servers), time: "exponential(mean: \(mean) min)"}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: desk, last_mile: door}]
          sourcing: [{from: desk}]
      """
    }
    // A window of the time in which 100 customers are expected.
    let model = try Model(
      text: """
        name: crn
        experiment: {start: 2026-11-02, window: \(100 / 0.9) min, drain: 10 d}
        market:
          geometry: plane
          zones: [{name: zone, x: 0 km, y: 0 km}]
          sellers: {shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 1}}
          demand: {clicks: {kind: shelf, seller: shop, rate: 0.9 orders/min, profile: flat}}
        strategies:
          fast:
        \(desk(1, 1))
          slow:
        \(desk(2, 2))
        """)
    let pairs = (0..<Self.replications).map { replication in
      let waits = (0...1).map { strategy in
        model.replicate(strategy: strategy, RunSeed(seed: 11, replication: replication)).waits[0]
          .mean / 60
      }
      return (fast: waits[0], slow: waits[1])
    }
    #expect(try factor(pairs) > 100)
  }

  @Test func `keyed by customer and purpose the first hundred save more than a hundredfold`() throws
  {
    let pairs = (0..<Self.replications).map { replication in
      let draws = KeyedDraws(replication: replication)
      return (
        fast: meanWait(servers: 1, serviceMean: 1, draws: draws),
        slow: meanWait(servers: 2, serviceMean: 2, draws: draws)
      )
    }
    #expect(try factor(pairs) > 100)
    // The means are right besides.
    let fast = try #require(Estimate.mean(of: pairs.map(\.fast)))
    let error = try #require(fast.standardError)
    let exact = TransientMM1.waitMean(first: 100, arrivalRate: 0.9, serviceRate: 1)
    #expect(abs(fast.point - exact) <= 4 * error)
  }

  @Test func `one stream consumed in the sequence of events saves nothing`() throws {
    let pairs = (0..<Self.replications).map { replication in
      (
        fast: meanWait(servers: 1, serviceMean: 1, draws: OneStream(replication: replication)),
        slow: meanWait(servers: 2, serviceMean: 2, draws: OneStream(replication: replication))
      )
    }
    #expect(try factor(pairs) < 1.2)
  }
}

/// Where exponential variates of mean 1 come from.
private protocol Draws {
  mutating func interarrival(_ customer: Int) -> Double
  mutating func service(_ customer: Int) -> Double
}

private struct KeyedDraws: Draws {
  let replication: Int
  var stream = RandomStream()
  static let arrivals = Purpose("arrivals")
  static let services = Purpose("service")

  init(replication: Int) { self.replication = replication }

  mutating func interarrival(_ customer: Int) -> Double { draw(Self.arrivals, customer) }
  mutating func service(_ customer: Int) -> Double { draw(Self.services, customer) }

  private mutating func draw(_ purpose: Purpose, _ customer: Int) -> Double {
    stream.seat(
      seed: 11, purpose: purpose, replication: UInt64(replication), entity: UInt64(customer))
    return stream.exponential()
  }
}

/// "The same seed": whoever comes first takes the next number.
private struct OneStream: Draws {
  var stream = RandomStream()

  init(replication: Int) {
    stream.seat(
      seed: 11, purpose: Purpose("everything"), replication: UInt64(replication), entity: 0)
  }

  mutating func interarrival(_ customer: Int) -> Double { stream.exponential() }
  mutating func service(_ customer: Int) -> Double { stream.exponential() }
}

private enum Event: BitwiseCopyable {
  case arrival(UInt32)
  case end
}

/// Mean wait of the first 100 customers of an empty queue, by the engine's own parts.
private func meanWait(servers: Int, serviceMean: Double, draws given: some Draws) -> Double {
  var draws = given
  var simulator = Simulator<Event>()
  var station = Station(servers: servers)
  var started = 0
  let minutes = { (x: Double) in Int64((x * 60e6).rounded()) }
  func end(_ customer: UInt32, _ draws: inout some Draws, _ simulator: inout Simulator<Event>) {
    let length = serviceMean * draws.service(Int(customer))
    simulator.schedule(
      .end, at: Instant(microseconds: simulator.now.microseconds + minutes(length)))
  }
  simulator.schedule(
    .arrival(1), at: Instant(microseconds: minutes(draws.interarrival(1) / 0.9)))
  while started < 100, let event = simulator.next() {
    switch event {
    case .arrival(let customer):
      let gap = draws.interarrival(Int(customer) + 1) / 0.9
      simulator.schedule(
        .arrival(customer + 1),
        at: Instant(microseconds: simulator.now.microseconds + minutes(gap)))
      if station.arrive(customer, at: simulator.now) {
        started += 1
        end(customer, &draws, &simulator)
      }
    case .end:
      if let next = station.complete(at: simulator.now) {
        started += 1
        end(next, &draws, &simulator)
      }
    }
  }
  return station.waits.mean / 60
}
