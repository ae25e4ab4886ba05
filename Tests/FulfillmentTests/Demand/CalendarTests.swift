import Foundation
import Quantities
import Testing

@testable import Fulfillment

@Suite struct DemandCalendarTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func `of overlapping promotions the shortest counts`() throws {
    let peak = try day("2026-11-11")
    let calendar = DemandCalendar(
      promotions: SinglesDay().days(in: 2026) + [
        PromotionDays(first: try day("2026-11-01"), count: 60, factor: 0.5, busiestHour: nil)
      ])
    #expect(calendar.factor(on: peak) == 1.8)
    #expect(calendar.promotion(on: peak)?.busiestHour == 1.62)
    #expect(calendar.factor(on: peak + 1) == 0.5)
    #expect(calendar.factor(on: peak + -22) == 1)
    // Mean of the season with its peak: 1.3.
    let season = (0...21).map { calendar.factor(on: peak + -$0) }
    #expect(abs(season.reduce(0, +) / 22 - 1.3) < 1e-12)
  }

  @Test func `growth compounds from day to day`() throws {
    let calendar = DemandCalendar(asOf: try day("2026-01-01"), growthPerYear: 0.117)
    #expect(calendar.factor(on: try day("2026-01-01")) == 1)
    // Four years are 1461 days.
    #expect(abs(calendar.factor(on: try day("2030-01-01")) - pow(1.117, 4)) < 1e-12)
  }

  @Test func `the mean over a horizon weighs its first and last day by their parts`() throws {
    let calendar = DemandCalendar(
      promotions: [
        PromotionDays(first: try day("2026-11-03"), count: 1, factor: 5, busiestHour: nil)
      ])
    // 18 h of 2 November, all of the third, 6 h of the fourth.
    let start = try #require(CivilDateTime("2026-11-02T06:00")).unixSeconds(in: .utc)
    #expect(
      abs(calendar.meanFactor(from: start, days: 2, in: .utc) - (0.75 + 5 + 0.25) / 2) < 1e-12)
  }

  @Test func `a promotion's busiest hour flattens the day and keeps its mean`() throws {
    let peak = try day("2026-11-11")
    let calendar = DemandCalendar(promotions: SinglesDay().days(in: 2026))
    let normal = Shelf.standardHours.map { $0 / (Shelf.standardHours.reduce(0, +) / 24) }
    let sale = calendar.hours(normal, on: peak)
    #expect(abs((sale.max() ?? 0) - 1.62) < 1e-12)
    #expect(abs(sale.reduce(0, +) - 24) < 1e-12)
    #expect(calendar.hours(normal, on: peak + 1) == normal)
  }

  @Test func `orders of each day are Poisson with the integral of the rate`() throws {
    // Rates are linear between hours: an hour's ramp leads up to a day and one leads down from it.
    let model = try Model(
      demand: "{clicks: {kind: shelf, seller: shop, rate: 240 orders/day, profile: flat}}",
      window: "4 d",
      market: """
        growth: 11.7 %
          growth_from: 2025-11-03
          months: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1]
          promotions:
            peak: {kind: sale, from: 2026-11-04, factor: 3}
            elsewhere: {kind: sale, from: 2026-11-03, factor: 9, days: 30, demand: [clicks]}
        """)
    let counts = (0..<300).map { replication in
      model.orders(replication: replication).map { Int($0.hours / 24) }
    }
    func factor(_ day: Int) -> Double {
      let growth = pow(1.117, Double(364 + day) / 365.25)
      return growth * 24 / 13 * [1, 9, 3, 9][day]
    }
    for day in 0..<3 {
      let mean = 10 * (23.5 * factor(day) + 0.5 * factor(day + 1))
      let sample = Counts(counts.map { days in days.count { $0 == day } })
      #expect(abs(sample.meanScore(mean)) < 4)
      #expect(abs(sample.varianceScore(mean)) < 4)
    }
    // The model expects the sum of the days.
    let all = (0..<4).reduce(0.0) { $0 + 240 * factor($1) }
    #expect(abs(model.expectedOrders / all - 1) < 1e-9)
  }

  @Test func `a promotion of other sources leaves a source alone`() throws {
    let clicks = "{kind: shelf, seller: shop, rate: 100 orders/day}"
    let sale = "promotions: {peak: {kind: sale, from: 2026-11-03, factor: 4, demand: [other]}}"
    let plain = try Model(demand: "{clicks: \(clicks), other: \(clicks)}")
    let model = try Model(demand: "{clicks: \(clicks), other: \(clicks)}", market: sale)
    #expect(model.orders(of: 0) == plain.orders(of: 0))
    #expect(model.orders(of: 1).count > plain.orders(of: 1).count + 200)
  }

  @Test func `live sessions and posts of a promotion's day bring more orders`() throws {
    for source in [
      "{kind: broadcast, seller: shop, viewers: 1000, start: \"01:00\", duration: 2 h}",
      "{kind: video, seller: shop, posts: 0 posts/day, at: [2026-11-02T01:00, 2026-11-03T01:00],"
        + " direct: 20, viral_share: 0 %}",
    ] {
      let model = try Model(
        demand: "{source: \(source)}", window: "2 d",
        market: "promotions: {peak: {kind: prime_day, from: 2026-11-03, days: 1}}")
      let runs = (0..<800).map { replication in
        Dictionary(grouping: model.orders(replication: replication)) { $0.number >> 22 & 0xffff }
      }
      // What comes within 23 hours, of both.
      let first = Counts(runs.map { $0[0]?.count { $0.hours < 24 } ?? 0 })
      let second = Counts(runs.map { $0[1]?.count { $0.hours < 48 } ?? 0 })
      let error = ((4.1 * 4.1 * first.variance + second.variance) / 800).squareRoot()
      #expect(abs(second.mean - 4.1 * first.mean) < 4 * error)
    }
  }

  @Test func `days of the week have factors of their own`() throws {
    let model = try Model(
      demand: """
        {clicks: {kind: shelf, seller: shop, rate: 200 orders/day, weekdays: [1, 1, 2, 1, 1, 0, 0]}}
        """, window: "7 d")
    #expect(abs(model.expectedOrders - 200 * 6) < 1e-6)
    let days = model.orders().map { Int($0.hours / 24) }
    #expect(days.count { $0 == 2 } > 330)
    #expect(!days.contains(6))
  }
}
