extension OracleCase {
  /// Stock replenished from stock.
  static let supplyCases: [OracleCase] = [
    twoEchelons("two-echelons", depot: 20, leadTime: 60, near: 6, far: 12),
    // A depot without stock of its own only passes on.
    twoEchelons("two-echelons-0", depot: 0, leadTime: 20, near: 8, far: 10),
    // A depot that hardly ever runs out.
    twoEchelons("two-echelons-90", depot: 45, leadTime: 60, near: 3, far: 9),
  ]

  /// Two shops of 0.1 and 0.3 units a minute, half an hour and 25 minutes from their depot.
  private static func twoEchelons(
    _ id: String, depot: Int, leadTime: Double, near: Int, far: Int
  ) -> OracleCase {
    let model = TwoEchelonBaseStock(
      depotLevel: depot, leadTime: leadTime,
      shops: [
        .init(level: near, demandRate: 0.1, transport: 30),
        .init(level: far, demandRate: 0.3, transport: 25),
      ])
    let strategy = """
          facilities:
            dc:
              kind: fulfillment_center
              sites: [{name: dc, x: 50 km, y: 0 km}]
              stock: {replenishment: {kind: base_stock, level: \(depot)}, lead_time: \(leadTime) min}
      \(shop("near", at: "x: 0 km, y: 0 km", level: near))
      \(shop("far", at: "x: 100 km, y: 0 km", level: far))
          lanes:
            - {from: dc, to: near, time: 30 min}
            - {from: dc, to: far, time: 25 min}
          last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
          paths: [{from: [near, far], last_mile: door}]
          sourcing: [{from: [near, far], within: 1 km}]
      """
    var blueprint = Blueprint(rate: 0.4, warmUp: 2000, window: 50_000, strategy: strategy)
    blueprint.zones =
      "[{name: a, x: 0 km, y: 0 km, weight: 1, area: 0.0001 km2},"
      + " {name: b, x: 100 km, y: 0 km, weight: 3, area: 0.0001 km2}]"
    return OracleCase(
      id, "Two echelons, S0 = \(depot), S = \(near), \(far)", replications: 40, blueprint,
      [
        Check("fill rate", "fill_rate", model.fillRate),
        Check("on hand, shop 1", "on_hand.near", model.onHandMeans[0]),
        Check("on hand, shop 2", "on_hand.far", model.onHandMeans[1]),
        Check("backordered, shop 1", "backordered.near", model.backorderedMeans[0]),
        Check("backordered, shop 2", "backordered.far", model.backorderedMeans[1]),
        Check("backordered, depot", "backordered.dc", model.depotBackorderedMean),
      ])
  }

  private static func shop(_ name: String, at place: String, level: Int) -> String {
    """
          \(name):
            kind: fulfillment_center
            sites: [{name: \(name), \(place)}]
            stock: {from: dc, replenishment: {kind: base_stock, level: \(level)}}
            pick: {time: 0 min}
            pack: {time: 0 min}
    """
  }
}
