internal import Diagnostics
internal import ScenarioFile

/// Cohorts that say how many orders they have in all, and which share comes through each source of demand.
struct ChannelMixes {
  private struct Share {
    /// Orders per day over the horizon, before the market's scale.
    var orders: Double
  }
  private var shares: [String: Share] = [:]

  /// Collects the mixes; reports shares of sources that are not the cohort's.
  init(_ market: Market, _ sink: DiagnosticSink) {
    for cohort in market.sellers {
      guard let orders = cohort.value.orders else { continue }
      let own = market.demand.filter { $0.value.seller.value == cohort.name }.map(\.name)
      for channel in cohort.value.channels {
        guard own.contains(channel.name) else {
          sink.unknown(
            "source of demand of '\(cohort.name)'",
            Located(channel.name, at: channel.location), known: own)
          continue
        }
        shares[channel.name] = Share(orders: orders * 86400 * channel.value)
      }
    }
  }

  /// Scales the source so that it brings its share; reports one that does not say how much it brings.
  func fit(
    _ source: Named<any DemandKind>, _ context: inout DemandContext, _ sink: DiagnosticSink
  ) -> Bool {
    guard let share = shares[source.name] else {
      guard let key = source.value.missingKey else { return true }
      sink.error(
        "missing-key", "'\(key)' is missing in '\(source.name)'", at: source.location,
        help: ["give it, or a share in the channels of '\(source.value.seller.value)'"])
      return false
    }
    let scale = context.scale
    context.scale = 1
    let alone = source.value.meanOrdersPerDay(in: context)
    context.scale = share.orders == 0 ? 0 : scale * share.orders / alone
    guard context.scale.isFinite else {
      sink.error(
        "no-demand", "'\(source.name)' brings no orders of which a share could be had",
        at: source.location)
      return false
    }
    return true
  }
}
