internal import Quantities
internal import RandomVariates
public import ScenarioFile

/// A kind of demand source that is a program of live sessions: it says what is standard for it.
public protocol LiveKind: DemandKind {
  var sessions: LiveSessions { get }
}

extension LiveKind {
  public func check(_ report: RecordReport) { sessions.check(report) }
  public var seller: Located<String> { sessions.seller }
  public var meanLinesPerOrder: Double { max(1, sessions.lines.mean) }
  public var meanUnitsPerOrder: Double { meanLinesPerOrder * max(1, sessions.units.mean) }

  public func meanOrdersPerDay(in context: DemandContext) -> Double {
    let weekly = Double(sessions.days.days.count) / 7
    return Double(context.sellers.count) * sessions.viewers.mean * sessions.conversion
      * context.scale * weekly * context.meanFactor
  }

  /// Pinned products are shown in turn, so their orders do not follow popularity.
  public func expectation(in context: DemandContext) -> DemandExpectation? {
    let rate = meanOrdersPerDay(in: context) / Double(max(1, context.sellers.count))
    let unitsPerLine = max(1, sessions.units.mean)
    let slots = max(1, Int(min(1e6, sessions.duration.mean / sessions.slot).rounded(.up)))
    var expected = DemandExpectation(
      ordersPerDay: [Double](repeating: rate, count: context.sellers.count), unitsPerDay: [:])
    for seller in context.sellers {
      let total = seller.popularity.reduce(0, +)
      let turns = seller.skus.count
      for (place, sku) in seller.skus.enumerated() {
        let shown = Double(slots / turns + (place < slots % turns ? 1 : 0)) / Double(slots)
        let lines =
          sessions.pinnedShare * shown
          + (meanLinesPerOrder - sessions.pinnedShare) * seller.popularity[place] / total
        expected.unitsPerDay[sku, default: 0] += rate * unitsPerLine * lines
      }
    }
    return expected
  }

  public func problem(in context: DemandContext) -> String? {
    let most = Double(BurstStream.burstsMaximum)
    if Double(context.sellers.count) * context.days >= most {
      return "\(SizeEstimate.text(Double(context.sellers.count))) sellers x "
        + "\(SizeEstimate.text(context.days)) days are more than "
        + "\(SizeEstimate.text(most)) live sessions"
    }
    let orders = sessions.viewers.mean * sessions.conversion * context.scale
    let limit = Double(BurstStream.ordersMaximum) / 8
    guard orders > limit else { return nil }
    return "about \(SizeEstimate.text(orders)) orders in one live session; at most "
      + SizeEstimate.text(limit)
  }

  public func sources(in context: DemandContext) -> [any OrderSourceDefinition] {
    [LiveSource(sessions, context)]
  }
}
