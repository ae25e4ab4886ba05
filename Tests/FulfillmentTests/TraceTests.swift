import DiscreteEvent
import Fulfillment
import Quantities
import Testing

/// Every hour and every cent of a run is found in the lives of its orders.
@Suite struct TraceTests {
  #if DEBUG
    static let seeds: Range<UInt64> = 1..<9
  #else
    static let seeds: Range<UInt64> = 1..<81
  #endif

  @Test(arguments: seeds)
  func `the traces of all orders add up to the totals of the run`(seed: UInt64) throws {
    let model = try GeneratedScenario(seed: seed).model()
    for strategy in model.networks.indices {
      let run = RunSeed(seed: seed, replication: 0)
      let (outcome, traces, overheads) = model.traces(strategy: strategy, run)
      let name = "seed \(seed), \(model.strategyNames[strategy])"
      // Watching changes nothing, though stations that work ahead make events where somebody watches.
      let unwatched = model.replicate(strategy: strategy, run)
      #expect(unwatched.fingerprint == outcome.fingerprint, "\(name)")
      #expect(unwatched.busyTime == outcome.busyTime, "\(name)")
      #expect(unwatched.queueTime == outcome.queueTime, "\(name)")
      #expect(unwatched.series == outcome.series, "\(name)")
      #expect(unwatched.lateCauses == outcome.lateCauses, "\(name)")
      for (waits, watched) in zip(unwatched.waits, outcome.waits) {
        #expect(waits.count == watched.count && waits.sum == watched.sum, "\(name)")
      }
      var (delivered, lost, open, onTime) = (0, 0, 0, 0)
      var (canceled, refused) = (0, 0)
      var declined = 0
      var (clickToDoor, clickToShip) = (Int64(0), Int64(0))
      var stages = [Int64](repeating: 0, count: Stage.allCases.count)
      var accounts = [Int64](repeating: 0, count: Account.allCases.count)
      var balances = [Int64](repeating: 0, count: Party.allCases.count)
      for trace in traces {
        switch trace.end {
        case .open: open += 1
        case .lost: lost += 1
        case .declined: declined += 1
        case .canceled: canceled += 1
        case .refused: refused += 1
        case .delivered(let at, let shipped):
          delivered += 1
          onTime += trace.isLate ? 0 : 1
          clickToDoor += try #require(trace.clickToDoorTicks)
          clickToShip += (shipped + 5000) / 10_000 - (trace.placed + 5000) / 10_000
          #expect(trace.shipments[trace.lastShipment - 1].arrived == at)
          #expect(trace.stageTicks.reduce(0, +) == trace.clickToDoorTicks, "\(name)")
          for (stage, ticks) in trace.stageTicks.enumerated() { stages[stage] += ticks }
        }
        for posting in trace.postings {
          accounts[Int(posting.account.rawValue)] += posting.micros
          balances[Int(posting.payer.rawValue)] -= posting.micros
          balances[Int(posting.payee.rawValue)] += posting.micros
        }
      }
      #expect(traces.count - declined == outcome.ordersPlaced)
      #expect(traces.map(\.place) == Array(1..<(traces.count + 1)))
      #expect(delivered == outcome.ordersDelivered, "\(name)")
      #expect(lost == outcome.ordersLost && open == outcome.ordersOpen, "\(name)")
      #expect(canceled == outcome.ordersCanceled, "\(name)")
      #expect(refused == outcome.ordersRefused, "\(name)")
      #expect(onTime == outcome.ordersOnTime, "\(name)")
      #expect(clickToDoor == outcome.clickToDoorTicks, "\(name)")
      #expect(clickToShip == outcome.clickToShipTicks, "\(name)")
      #expect(stages == outcome.stageTicks, "\(name)")
      for overhead in overheads {
        accounts[Int(overhead.account.rawValue)] += overhead.micros
        balances[Int(overhead.payer.rawValue)] -= overhead.micros
        balances[Int(overhead.payee.rawValue)] += overhead.micros
      }
      #expect(accounts == outcome.ledger.totals, "\(name)")
      #expect(balances == Party.allCases.map { outcome.ledger.balance(of: $0).micros }, "\(name)")
    }
  }

  @Test(arguments: seeds)
  func `the steps of a shipment follow each other from the click to the door`(seed: UInt64) throws {
    let model = try GeneratedScenario(seed: seed).model()
    let (_, traces, _) = model.traces(strategy: 0, RunSeed(seed: seed, replication: 0))
    for trace in traces {
      for (index, shipment) in trace.shipments.enumerated() {
        var now = trace.placed
        for step in trace.steps where step.shipment == index + 1 {
          #expect(step.from == now && step.to >= now)
          now = step.to
        }
        if let arrived = shipment.arrived { #expect(arrived == now) }
      }
    }
  }

  @Test func `one order by its place is the same as among all, under every strategy`() throws {
    let model = try GeneratedScenario(seed: 5).model()
    let run = RunSeed(seed: 5, replication: 1)
    for strategy in model.networks.indices {
      let (_, all, _) = model.traces(strategy: strategy, run)
      let last = try #require(all.last)
      let (found, _) = model.trace(order: last.place, strategy: strategy, run)
      let trace = try #require(found)
      #expect(trace.placed == last.placed && trace.zone == last.zone && trace.end == last.end)
      #expect(trace.steps.map(\.to) == last.steps.map(\.to))
      #expect(trace.postings.map(\.micros) == last.postings.map(\.micros))
      let (none, orders) = model.trace(order: all.count + 1, strategy: strategy, run)
      #expect(none == nil && orders == all.count)
    }
  }
}
