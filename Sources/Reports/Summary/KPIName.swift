/// Names of the KPIs that the summary lays out by itself; all others are listed as they are.
public enum KPIName {
  public static let cost = "cost_to_serve_per_order"
  public static let onTime = "on_time_rate"
  public static let placed = "orders_placed"
  public static let delivered = "orders_delivered"
  public static let lost = "orders_lost"
  public static let late = "orders_late"
  /// Share of the late orders by main cause; followed by the cause.
  public static let lateCause = "late_cause."
  /// Of the highest wave of orders; followed by the figure.
  public static let burst = "burst."
  /// Per disruption; followed by its name.
  public static let disruptions = "disruptions."
  public static let timeToSurvive = "time_to_survive_hours."
  public static let timeToRecover = "time_to_recover_hours."
  public static let lateByDisruption = "orders_late_by_disruption"
  public static let disruptionCost = "disruption_cost_per_order"
  /// Click to door in hours; followed by "mean", "p50", "p90", "p95" or "p99".
  public static let clickToDoor = "click_to_door_hours."
  /// Cost per order of one account; followed by the account.
  public static let account = "cost."
  /// What a party got less what it paid, per order; followed by the party.
  public static let balance = "balance."
  /// Figures of one subsidy; followed by its name and the figure.
  public static let subsidy = "subsidy."
  /// What is left to the seller, as a share of the sales.
  public static let sellerMargin = "seller_margin_share"
  /// Share of demanded units that were on hand.
  public static let fillRate = "fill_rate"
  /// Of sites with stock; followed by the site.
  public static let onHand = "on_hand."
  public static let backordered = "backordered."
  public static let replenishments = "replenishments_per_day."
  /// Share of shipments that a site sent; followed by the site.
  public static let sourcedShare = "sourced_share."
  /// Busy share of staffed time; followed by the site and the process.
  public static let utilization = "utilization."
  /// Hours per delivered order in one stage; followed by the stage.
  public static let stage = "hours."

  /// How a KPI is called in running text.
  static func phrase(_ name: String) -> String {
    switch name {
    case cost: return "cost per order"
    case onTime: return "orders on time"
    default: break
    }
    var words = name.replacing("click_to_door_hours.", with: "click to door ")
    words = words.replacing("click_to_ship_hours.", with: "click to ship ")
    return words.replacing("_", with: " ").replacing(".", with: " ")
  }
}

extension Summary {
  /// What follows `prefix` in the names of any strategy's KPIs, in order of appearance.
  func suffixes(of prefix: String) -> [String] {
    var found: [String] = []
    for strategy in strategies {
      for kpi in strategy.kpis where kpi.name.hasPrefix(prefix) {
        let suffix = String(kpi.name.dropFirst(prefix.count))
        if !found.contains(suffix) { found.append(suffix) }
      }
    }
    return found
  }

  /// Primary KPIs in order of appearance among the differences.
  var comparedKPIs: [String] {
    var names: [String] = []
    for difference in differences where !names.contains(difference.kpi) {
      names.append(difference.kpi)
    }
    return names
  }
}
