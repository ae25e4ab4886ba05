extension Blueprint {
  /// What a process is written as: servers and a law of time.
  static func process(_ law: String, servers: Int = 1) -> String {
    "{servers: \(servers), time: \"\(law)\"}"
  }

  static func exponential(rate: Double) -> String { "exponential(mean: \(1 / rate) min)" }

  /// One station: orders of all sellers are packed in one building and are at the door at once.
  static func station(
    _ law: String, servers: Int = 1, rate: Double, sellers: Int = 1, warmUp: Double, window: Double
  ) -> Blueprint {
    Blueprint(
      rate: rate, warmUp: warmUp, window: window, sellers: sellers,
      strategy: """
            facilities:
              desk:
                kind: fulfillment_center
                sites: [{name: desk, x: 0 km, y: 0 km}]
                stock: null
                pick: {time: 0 min}
                pack: \(process(law, servers: servers))
        \(door(from: "desk"))
        """)
  }

  /// Two or three stations in a row: the seller's hands, a sort center, a delivery station.
  static func tandem(
    _ processes: [String], rate: Double, warmUp: Double, window: Double
  ) -> Blueprint {
    precondition(2...3 ~= processes.count, "two or three stations")
    var facilities = [
      "first: {kind: seller_site, handling: \(processes[0])}",
      "second: {kind: sort_center, sites: [{name: second, x: 0 km, y: 0 km}], sort: \(processes[1])}",
    ]
    var lanes = ["- {from: first, to: second}"]
    var via = ["second"]
    if processes.count == 3 {
      facilities.append(
        "third: {kind: delivery_station, sites: [{name: third, x: 0 km, y: 0 km}], sort: \(processes[2])}"
      )
      lanes.append("- {from: second, to: third}")
      via.append("third")
    }
    let indented = { (lines: [String]) in lines.map { "      " + $0 }.joined(separator: "\n") }
    return Blueprint(
      rate: rate, warmUp: warmUp, window: window,
      strategy: """
            facilities:
        \(indented(facilities))
            lanes:
        \(indented(lanes))
        \(door(from: "first", via: "[\(via.joined(separator: ", "))]"))
        """)
  }

  /// Stock at a seller's site, nothing else takes time.
  static func stock(
    _ replenishment: String, leadTime: String, shortage: String = "backorder",
    units: String = "constant(value: 1)", rate: Double, warmUp: Double, window: Double
  ) -> Blueprint {
    Blueprint(
      rate: rate, warmUp: warmUp, window: window, demand: "profile: flat, units: \"\(units)\"",
      strategy: """
            shortage: \(shortage)
            facilities:
              shelf:
                kind: seller_site
                handling: {time: 0 min}
                stock: {replenishment: \(replenishment), lead_time: "\(leadTime)"}
        \(door(from: "shelf"))
        """)
  }

  /// A carrier that takes no time, or the transit given.
  static func door(from source: String, via: String = "[]", transit: String = "0 min") -> String {
    """
        last_mile: {door: {kind: parcel_carrier, transit: "\(transit)"}}
        paths: [{from: \(source), via: \(via), last_mile: door}]
        sourcing: [{from: \(source)}]
    """
  }
}

extension OracleCase.Check {
  /// Mean wait and mean queue of a process, from its mean wait.
  static func queue(_ process: String, wait: Double, rate: Double) -> [Self] {
    [
      Self("wait [min]", "wait_hours.\(process)", factor: 60, wait),
      Self("queue", "queue_length.\(process)", wait * rate),
    ]
  }

  static func utilization(_ process: String, _ expected: Double) -> Self {
    Self("utilization", "utilization.\(process)", expected)
  }

  static func sojourn(_ expected: Double) -> Self {
    Self("click to door [min]", "click_to_door_hours.mean", factor: 60, expected)
  }

  static func open(_ expected: Double) -> Self {
    Self("open orders", "open_orders.mean", expected)
  }

  /// A percentile of click to door; estimates come from a sketch with a relative error of 0.5 %.
  static func percentile(_ percent: Int, _ expected: Double) -> Self {
    Self(
      "p\(percent) [min]", "click_to_door_hours.p\(percent)", factor: 60, expected,
      bias: 0.005)
  }
}
