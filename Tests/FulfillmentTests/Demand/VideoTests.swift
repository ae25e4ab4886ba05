import Foundation
import RandomVariates
import Testing

@testable import Fulfillment

@Suite struct VideoTests {
  private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Published: half of a week's events within 0.5-12 h (median 2.6 h), busiest hour 5.6-16.3 times the mean
  /// hour of day one [TIDE]; cascades of that study are large ones.
  @Test func `standard viral videos come and go as fast as measured cascades`() throws {
    let shapes = Video().viralShapes(count: 300, seed: 3)
    let halfTimes = shapes.map { $0.halfTime / 3600 }.sorted()
    #expect((2.34...2.86).contains(median(halfTimes)))
    #expect(halfTimes.count { (0.5...12).contains($0) } > 285)
    let busiest = shapes.map(\.busiestHour)
    #expect((5.6...16.3).contains(median(busiest)))
    #expect(busiest.count { (5.6...16.3).contains($0) } > 240)
  }

  /// Published: of cascades with 50 events or more the median has 90, and the density falls with the
  /// exponent 2.29 [MISH].
  @Test func `standard videos have sizes like measured cascades`() throws {
    let model = try Model(
      demand: "{clips: {kind: video, seller: shop, posts: 400 posts/day}}", window: "20 d")
    let sizes = Dictionary(grouping: model.orders()) { $0.number >> 22 }.values.map(\.count)
    let large = sizes.filter { $0 >= 50 }.sorted()
    try #require(large.count > 200)
    #expect((78...102).contains(large[large.count / 2]))
    // Hill's estimate of the exponent, which has the standard error (exponent - 1) / sqrt(n).
    let logs = large.map { log(Double($0) / 49.5) }.reduce(0, +)
    let exponent = 1 + Double(large.count) / logs
    #expect(abs(exponent - 2.29) < 4 * 1.29 / Double(large.count).squareRoot())
  }

  @Test(arguments: ["kernel: power_law", "kernel: exponential, reaction: 2 h"])
  func `as many orders come as are expected`(kernel: String) throws {
    let model = try Model(
      demand: """
        {clips: {kind: video, seller: shop, posts: 4 posts/day, direct: 3, viral_share: 25 %, \
        viral_branching_ratio: 70 %, amplitude: 0, \(kernel)}}
        """, window: "20 d")
    let expected = model.expectedOrders
    let counts = Counts((0..<400).map { model.orders(replication: $0).count })
    // Posts near the end have no time for all of their orders.
    #expect(counts.mean < expected)
    #expect(counts.mean > expected * 0.93)
  }

  @Test func `orders after dated posts that are all alike have the mean of the renewal equation`()
    throws
  {
    let model = try Model(
      demand: """
        {clips: {kind: video, seller: shop, posts: 0 posts/day, at: [2026-11-02T19:00], \
        direct: 10, viral_share: 100 %, viral_branching_ratio: 80 %}}
        """, window: "4 d")
    let cascade = Video().cascade(isViral: true, directs: 10)
    var alike = cascade
    alike.branchingRatio = 0.8
    let exact = alike.expectedCount(clock: 19 * 3600, through: 4 * 86400 - 19 * 3600)
    let runs = (0..<2000).map { model.orders(replication: $0) }
    #expect(abs(Counts(runs.map(\.count)).meanScore(exact)) < 4)
    #expect(runs.allSatisfy { $0.allSatisfy { $0.hours >= 19 } })
  }

  @Test func `a share of the posts goes viral`() throws {
    // Without orders of their own, posts differ only in what their orders set off.
    let model = try Model(
      demand: """
        {clips: {kind: video, seller: shop, posts: 0 posts/day, at: [2026-11-02], direct: 2000, \
        viral_share: 20 %, branching_ratio: 0 %, viral_branching_ratio: 90 %}}
        """, window: "1 d")
    let viral = (0..<400).count { model.orders(replication: $0).count > 2500 }
    // Binomial with mean 80 and standard deviation 8.
    #expect(abs(Double(viral) - 80) < 4 * 8)
  }

  @Test func `posts are put up in the hours given and show one product`() throws {
    let model = try Model(
      demand: """
        {clips: {kind: video, seller: shop, posts: 20 posts/day, hours: "mon-fri 18:00-20:00", \
        direct: 5, viral_share: 0 %, branching_ratio: 0 %, kernel: exponential, reaction: 4 s, \
        pinned_share: 100 %}}
        """, window: "7 d")
    let runs = (0..<100).map { model.orders(replication: $0) }
    let orders = runs.flatMap { $0 }
    #expect(
      orders.allSatisfy { (18..<20.1).contains($0.hours.truncatingRemainder(dividingBy: 24)) })
    #expect(orders.allSatisfy { $0.hours < 5 * 24 })
    for run in runs {
      for (_, post) in Dictionary(grouping: run, by: { $0.number >> 22 }) {
        #expect(Set(post.flatMap(\.skus)).count == 1)
      }
    }
    // 20 posts a day over a week fall on five evenings: 140 of 5 orders, less the rhythm's swing.
    let rhythm = Rhythm(amplitude: 0.424)
    let factor = (0..<7200).reduce(0.0) {
      $0 + rhythm.factor(clock: 18 * 3600 + Double($1), age: 0) / 7200
    }
    #expect(abs(Counts(runs.map(\.count)).meanScore(140 * 5 * factor)) < 4)
  }
}
