internal import Foundation
internal import Fulfillment
internal import Quantities
internal import Reports
private import Synchronization

/// Series over the window, summed over replications as whole numbers.
final class SeriesSums: Sendable {
  private let sums = Mutex<[Int: RunSeries]>([:])

  func add(_ series: RunSeries, point: Int) {
    sums.withLock { sums in
      if sums[point] == nil { sums[point] = series } else { sums[point]!.add(series) }
    }
  }

  func of(_ point: Int) -> RunSeries? { sums.withLock { $0[point] } }
}

extension RunSeries {
  /// Hour by hour, or in longer bins where the window is long: means over replications.
  func summary(of network: Network, in model: Model) -> SeriesSummary {
    let factor = max(1, Int(workGrid.width / grid.width))
    let bins = workGrid.count
    let runs = Double(replications)
    let lengths = (0..<bins).map { Double(workGrid.end(of: $0) - workGrid.start(of: $0)) }
    func flow(_ name: String, _ flow: FlowSeries) -> SeriesSummary.Series {
      .init(
        name: name, unit: "orders",
        values: grid.joined(flow.counts.map(Int64.init), by: factor).map { Double($0) / runs })
    }
    func level(_ name: String, _ integral: [Int64]) -> SeriesSummary.Series {
      .init(
        name: name, unit: "orders",
        values: zip(grid.joined(integral, by: factor), lengths).map {
          Double($0) * 1e4 / $1 / runs
        })
    }
    var all = [
      flow("placed", placed), flow("shipped", shipped), flow("delivered", delivered),
      flow("dropped", dropped), level("backlog", backlog), level("open", open),
    ]
    for (row, name) in network.seriesNames.enumerated() {
      let cells = (row * bins)..<((row + 1) * bins)
      all.append(
        .init(
          name: KPIName.utilization + name, unit: "1",
          values: cells.map { staffed[$0] > 0 ? Double(busy[$0]) / Double(staffed[$0]) : nil }))
      all.append(
        .init(
          name: "queue.\(name)", unit: "shipments",
          values: cells.map { Double(queue[$0]) / lengths[$0 - cells.lowerBound] / runs }))
    }
    return SeriesSummary(
      starts: (0..<bins).map {
        "\(model.local(workGrid.start(of: $0), in: model.scenario.market.timeZone))"
      },
      binHours: Double(workGrid.width) / 3.6e9, series: all)
  }
}
