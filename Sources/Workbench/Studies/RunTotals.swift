internal import Experiments
internal import Fulfillment
internal import Store

/// What of an outcome adds up over replications beside its KPIs, as one row of whole numbers: series
/// over the window, shipments per itinerary, the ledger.
struct RunTotals: ReplicationTotals {
  var replications: Int
  var deliveredPerDay: [Int]
  var series: RunSeries
  var carried: [Int64]
  var paid: [Int64]
  var received: [Int64]

  init(_ outcome: Outcome) {
    replications = outcome.series.replications
    deliveredPerDay = outcome.deliveredPerDay
    series = outcome.series
    carried = outcome.carried
    paid = outcome.ledger.paid
    received = outcome.ledger.received
  }

  var numbers: [Int64] {
    var numbers = [Int64(replications)]
    numbers += deliveredPerDay.map(Int64.init)
    for flow in [series.placed, series.shipped, series.delivered, series.dropped] {
      numbers.append(Int64(flow.before))
      numbers += flow.counts.map(Int64.init)
      numbers += flow.residuals
    }
    numbers += series.busy + series.staffed + series.queue + carried + paid + received
    return numbers
  }

  mutating func add(_ other: any ReplicationTotals) {
    guard let other = other as? RunTotals else { return }
    func sum<Number: FixedWidthInteger>(_ sums: inout [Number], _ more: [Number]) {
      for index in more.indices { sums[index] &+= more[index] }
    }
    replications += other.replications
    series.add(other.series)
    sum(&deliveredPerDay, other.deliveredPerDay)
    sum(&carried, other.carried)
    sum(&paid, other.paid)
    sum(&received, other.received)
  }

  /// What each stretch of the numbers is; this value tells how long they are.
  var parts: [StudyContent.TotalPart] {
    var parts = [
      StudyContent.TotalPart(name: "replications", unit: "1", count: 1),
      .init(name: "delivered_per_day", unit: "orders", count: deliveredPerDay.count),
    ]
    for (name, flow) in [
      ("placed", series.placed), ("shipped", series.shipped), ("delivered", series.delivered),
      ("dropped", series.dropped),
    ] {
      parts.append(.init(name: "\(name).before", unit: "orders", count: 1))
      parts.append(.init(name: name, unit: "orders", count: flow.counts.count))
      parts.append(.init(name: "\(name).residual", unit: "0.01 s", count: flow.residuals.count))
    }
    parts.append(.init(name: "busy", unit: "server us", count: series.busy.count))
    parts.append(.init(name: "staffed", unit: "server us", count: series.staffed.count))
    parts.append(.init(name: "queue", unit: "shipment us", count: series.queue.count))
    parts.append(.init(name: "carried", unit: "shipments", count: carried.count))
    parts.append(.init(name: "ledger.paid", unit: "millionths", count: paid.count))
    parts.append(.init(name: "ledger.received", unit: "millionths", count: received.count))
    return parts
  }

  /// Takes the numbers in; false if there are more or less of them than this has.
  mutating func take(_ numbers: [Int64]) -> Bool {
    guard numbers.count == parts.reduce(0, { $0 + $1.count }) else { return false }
    var rest = numbers[...]
    func next(_ count: Int) -> [Int64] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    replications = Int(next(1)[0])
    deliveredPerDay = next(deliveredPerDay.count).map(Int.init)
    func flow(_ flow: FlowSeries) -> FlowSeries {
      var flow = flow
      flow.before = Int(next(1)[0])
      flow.counts = next(flow.counts.count).map(Int.init)
      flow.residuals = next(flow.residuals.count)
      return flow
    }
    series.placed = flow(series.placed)
    series.shipped = flow(series.shipped)
    series.delivered = flow(series.delivered)
    series.dropped = flow(series.dropped)
    series.busy = next(series.busy.count)
    series.staffed = next(series.staffed.count)
    series.queue = next(series.queue.count)
    series.replications = replications
    carried = next(carried.count)
    paid = next(paid.count)
    received = next(received.count)
    return true
  }
}

extension Study {
  /// Totals of no run, as long as those of any run of the point.
  func emptyTotals(of point: Int) -> RunTotals {
    RunTotals(model.networks[strategies[point]].emptyOutcome)
  }

  /// Totals of earlier runs.
  func totals(_ numbers: [Int64], point: Int) throws(Failure) -> RunTotals {
    var totals = emptyTotals(of: point)
    guard totals.take(numbers), totals.replications > 0 else {
      throw .usage("the series of the study are not those of this scenario")
    }
    return totals
  }

  func add(_ totals: RunTotals, point: Int) {
    series.add(totals.deliveredPerDay, point: point, replications: totals.replications)
    hourly.add(totals.series, point: point)
    carried.add(totals.carried, point: point, replications: totals.replications)
  }
}
