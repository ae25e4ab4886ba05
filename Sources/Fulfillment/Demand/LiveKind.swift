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
