import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Duties, taxes, exemptions and clearance by date, by hand to the millionth and the microsecond.
@Suite struct CustomsTests {
  /// Goods: a shirt of 40 USD and class apparel, a lamp of 30 USD and no class, a toy of 20 USD from
  /// Vietnam; all others come from China. A flight of a day leads to customs.
  private func border(_ keys: String, start: String = "2026-02-16") -> ScriptedCase {
    let customs = keys.split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: "\n        ")
    return ScriptedCase(
      start: start,
      sellers: """
        {shop: {places: [{name: home, x: 0 km, y: 0 km, country: CN}], products: [
              {name: shirt, price: 40 USD, weight: 0.25 kg, duty_class: apparel},
              {name: lamp, price: 30 USD, weight: 1 kg},
              {name: toy, price: 20 USD, weight: 0.5 kg, origin: VN}]}}
        """,
      strategy: """
            facilities:
              home: {kind: seller_site, handling: {time: 0 min}}
              border:
                kind: customs
                sites: [{name: border, x: 0 km, y: 0 km, time_zone: America/New_York}]
                clearing: {time: 0 min}
                \(customs)
            lanes: [{from: home, to: border, time: 24 h}]
            last_mile: {door: {kind: parcel_carrier, transit: 0 min}}
            paths: [{from: home, via: [border], last_mile: door}]
            sourcing: [{from: home}]
        """)
  }

  private typealias Due = (duty: Int64, tax: Int64, brokerage: Int64)

  /// What is due on an order of these lines placed at a time.
  private func due(_ border: ScriptedCase, _ lines: [(sku: Int32, units: Int32)], at time: String)
    throws -> [Int64]
  {
    let outcome = try border.run([
      ScriptedOrders.Order(at: border.instant(time), lines: lines)
    ])
    return [Account.duty, .importTax, .brokerage].map { outcome.ledger.total($0).micros }
  }

  @Test func `duties of a class, an origin and all goods are added`() throws {
    let border = border(
      """
      duty: 5 %
                duties:
                  - {origin: CN, rate: 10 %}
                  - {class: apparel, rate: 7.5 %}
                  - {class: general, origin: CN, rate: 1 %}
      """)
    #expect(try due(border, [(0, 1)], at: "2026-02-16T12:00") == [9_000_000, 0, 0])
    #expect(try due(border, [(1, 2)], at: "2026-02-16T12:00") == [9_600_000, 0, 0])
    #expect(try due(border, [(2, 1)], at: "2026-02-16T12:00") == [1_000_000, 0, 0])
    #expect(
      try due(border, [(0, 1), (1, 2), (2, 1)], at: "2026-02-16T12:00") == [19_600_000, 0, 0])
  }

  @Test func `duties hold from their first day until their end by the clock of customs`() throws {
    // Placed a day before it is declared; midnight in New York is 5:00 UTC.
    let border = border(
      """
      duties:
                  - {until: 2026-02-24, rate: 20 %}
                  - {from: 2026-02-24, until: 2026-02-26, rate: 10 %}
                  - {from: 2026-02-25, rate: 2.5 %}
      """)
    for (time, rate) in [
      ("2026-02-23T04:59:59", 20.0), ("2026-02-23T05:00", 10), ("2026-02-24T04:59:59", 10),
      ("2026-02-24T05:00", 12.5), ("2026-02-25T05:00", 2.5), ("2026-02-28T05:00", 2.5),
    ] {
      #expect(
        try due(border, [(0, 1)], at: time) == [Int64(rate * 400_000), 0, 0], "\(time) \(rate) %")
    }
  }

  @Test func `the end of de minimis makes shipments of small value dutiable`() throws {
    let border = border(
      """
      duties: [{rate: 10 %}]
                exemptions:
                  - {origin: CN, from: 2026-02-20, value: 0 USD}
                  - {until: 2026-02-23, value: 50 USD}
      """)
    // Chinese goods lose it on the 20th, all others on the 23rd; it goes by the value of the shipment.
    #expect(try due(border, [(0, 1)], at: "2026-02-17T12:00") == [0, 0, 0])
    #expect(try due(border, [(0, 1), (1, 1)], at: "2026-02-17T12:00") == [7_000_000, 0, 0])
    #expect(try due(border, [(0, 1)], at: "2026-02-19T12:00") == [4_000_000, 0, 0])
    #expect(try due(border, [(2, 2)], at: "2026-02-20T12:00") == [0, 0, 0])
    #expect(try due(border, [(0, 1), (2, 1)], at: "2026-02-20T12:00") == [6_000_000, 0, 0])
    #expect(try due(border, [(2, 2)], at: "2026-02-22T12:00") == [4_000_000, 0, 0])
  }

  @Test func `the rules of one day hold on every other with a switch`() throws {
    let table = """
      duties: [{until: 2026-02-21, rate: 10 %}, {from: 2026-02-21, rate: 30 %}]
                clearances: [{until: 2026-02-21, brokerage: 1 USD}]
                brokerage: 3 USD
                rules_of:
      """
    for time in ["2026-02-17T12:00", "2026-02-24T12:00"] {
      #expect(
        try due(border("\(table) 2026-02-20"), [(0, 1)], at: time) == [4_000_000, 0, 1_000_000])
      #expect(
        try due(border("\(table) 2031-01-01"), [(0, 1)], at: time) == [12_000_000, 0, 3_000_000])
    }
  }

  @Test func `tax is due on value and duty, with an exemption of its own`() throws {
    let border = border(
      """
      duty: 10 %
                de_minimis: 35 USD
                tax: 7 %
                taxes: [{class: apparel, rate: 3 %}]
                tax_exemption: 20 USD
      """)
    // A shirt: 4 of duty, a tenth of 44; a lamp: no duty, 7 % of 30; a toy: neither.
    #expect(try due(border, [(0, 1)], at: "2026-02-17T12:00") == [4_000_000, 4_400_000, 0])
    #expect(try due(border, [(1, 1)], at: "2026-02-17T12:00") == [0, 2_100_000, 0])
    #expect(try due(border, [(2, 1)], at: "2026-02-17T12:00") == [0, 0, 0])
    #expect(
      try due(border, [(0, 1), (1, 1)], at: "2026-02-17T12:00") == [7_000_000, 6_710_000, 0])
  }

  @Test func `an amount per parcel is due once, one per weight by the gram`() throws {
    let border = border(
      """
      tax: 10 %
                duties: [{origin: CN, per_parcel: 80 USD}, {class: apparel, per_kg: 2 USD/kg}]
      """)
    // 80 and 0.25 kg at 2: 80.50 of duty; a tenth of 40.50 and of 80.
    #expect(try due(border, [(0, 1)], at: "2026-02-17T12:00") == [80_500_000, 12_050_000, 0])
    #expect(
      try due(border, [(0, 1), (1, 1)], at: "2026-02-17T12:00") == [80_500_000, 15_050_000, 0])
    #expect(try due(border, [(2, 1)], at: "2026-02-17T12:00") == [0, 2_000_000, 0])
  }

  @Test func `customs works by day: processing, hours, holidays and holds change`() throws {
    var border = border(
      """
      processing: 2 h
                hours: "mon-fri 09:00-17:00"
                holidays: US
                clearances:
                  - {until: 2026-02-19, processing: 30 min}
                  - {from: 2026-02-24, processing: 6 h, hold_probability: 100 %, hold: 36 h}
      """)
    border.market = "  holidays: {US: [2026-02-20]}"
    func expect(_ placed: String, _ door: String) throws {
      let outcome = try border.run([ScriptedOrders.Order(at: border.instant(placed))])
      border.expectDelivered(outcome, at: [border.instant(door)])
    }
    // Local time is five hours behind UTC. Tuesday 10:00 local and 30 minutes.
    try expect("2026-02-16T15:00", "2026-02-17T15:30")
    // Wednesday 16:45: fifteen minutes then, fifteen on Thursday, by the law of Wednesday.
    try expect("2026-02-17T21:45", "2026-02-19T14:15")
    // Thursday 16:00: an hour then, Friday is a holiday, an hour on Monday.
    try expect("2026-02-18T21:00", "2026-02-23T15:00")
    // Tuesday the 24th 13:00: four hours then, two on Wednesday, and held for 36 hours.
    try expect("2026-02-23T18:00", "2026-02-27T04:00")
  }

  @Test func `holds have their probability before and after the day it changes`() throws {
    let border = border(
      """
      processing: 0 h
                hold_probability: 10 %
                hold: 1 h
                clearances: [{from: 2026-02-20, hold_probability: 40 %}]
      """)
    let count = 4000
    for (day, share) in [("2026-02-16", 0.1), ("2026-02-22", 0.4)] {
      let first = border.instant("\(day)T00:00")
      let outcome = try border.run(
        (0..<count).map { ScriptedOrders.Order(at: first + Int64($0) * 1_000_000) })
      let customs = Stage.allCases.firstIndex(of: .customs)!
      let held = Double(outcome.stageTicks[customs]) / 360_000
      let z = (held - share * Double(count)) / (Double(count) * share * (1 - share)).squareRoot()
      #expect(abs(z) <= 4, "\(day): \(held) of \(count) held")
    }
  }

  @Test func `a plain duty and the same in a table come to the same`() throws {
    let plain = border(
      "duty: 17.5 %\n            de_minimis: 35 USD\n            brokerage: 1.5 USD")
    let table = border(
      """
      duties: [{rate: 17.5 %}]
                exemptions: [{value: 35 USD}]
                brokerage: 1.5 USD
      """)
    for lines: [(Int32, Int32)] in [[(0, 1)], [(1, 1)], [(0, 2), (1, 3)]] {
      #expect(
        try due(plain, lines, at: "2026-02-17T12:00") == due(table, lines, at: "2026-02-17T12:00"))
    }
  }

  @Test func `a class that no duty names is told with the one that was meant`() throws {
    let text = border("duties: [{class: aparel, rate: 7.5 %}]").text
    let messages = try #require(compileMessages(text))
    #expect(messages.contains("no duty or tax names the class 'apparel'"))
  }
}
