internal import Quantities
internal import RandomVariates

/// What is expected of videos, and whether it fits.
extension Video {
  public var meanLinesPerOrder: Double { max(1, lines.mean) }
  public var meanUnitsPerOrder: Double { meanLinesPerOrder * max(1, units.mean) }

  /// Expected orders of a post over a horizon [d], ordinary and viral ones mixed.
  func meanOrdersPerPost(days: Double) -> Double {
    let age = min(days, 60) * 86400
    return max(0, direct.mean)
      * ((1 - viralShare)
        * cascade(isViral: false, directs: 1).expectedCount(clock: nil, through: age)
        + viralShare * cascade(isViral: true, directs: 1).expectedCount(clock: nil, through: age))
  }

  public func meanOrdersPerDay(in context: DemandContext) -> Double {
    let perSeller = posts * 86400 + Double(dated(in: context).count) / context.days
    return Double(context.sellers.count) * perSeller * meanOrdersPerPost(days: context.days)
      * context.scale * context.meanFactor
  }

  /// Dated posts within the horizon [s since the epoch].
  func dated(in context: DemandContext) -> [Double] {
    at.map { Double($0.unixSeconds(in: context.marketTimeZone) - context.epoch) }.filter {
      $0 >= 0 && $0 * 1e6 < Double(context.windowEnd)
    }.sorted()
  }

  public func problem(in context: DemandContext) -> String? {
    let each = posts * 86400 * context.days + Double(at.count)
    let all = each * Double(context.sellers.count)
    let most = Double(BurstStream.burstsMaximum) / 2
    if all > most {
      return "about \(SizeEstimate.text(all)) posts in one replication; at most "
        + SizeEstimate.text(most)
    }
    let orders =
      max(0, direct.mean) * context.scale / (1 - max(branchingRatio, viralBranchingRatio))
    let limit = Double(BurstStream.ordersMaximum) / 8
    guard orders > limit else { return nil }
    return "about \(SizeEstimate.text(orders)) orders after one viral post; at most "
      + SizeEstimate.text(limit)
  }

  public func sources(in context: DemandContext) -> [any OrderSourceDefinition] {
    [VideoSource(self, context)]
  }
}
