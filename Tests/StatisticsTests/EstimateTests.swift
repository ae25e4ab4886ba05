import Statistics
import Testing

@Suite struct EstimateTests {
  @Test func `a mean carries the textbook t interval`() throws {
    // Law (2015), example 4.27: ten observations, 90 percent interval 1.34 ± 0.24.
    let x = [1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09]
    let estimate = try #require(Estimate.mean(of: x))
    let halfWidth = try #require(estimate.halfWidth(confidence: 0.9))
    #expect(abs(estimate.point - 1.343) < 1e-12)
    #expect(abs(halfWidth - 0.24) < 0.005)
  }

  @Test func `a ratio with equal denominators is a mean`() throws {
    let y = [3.0, 5.0, 10.0]
    let mean = try #require(Estimate.mean(of: y.map { $0 / 4 }))
    let ratio = try #require(Estimate.ratio(numerators: y, denominators: [4, 4, 4]))
    #expect(abs(mean.point - ratio.point) < 1e-15)
    for (a, b) in zip(mean.deviations, ratio.deviations) { #expect(abs(a - b) < 1e-15) }
  }

  @Test func `a ratio weighs by its denominators and its deviations sum to zero`() throws {
    let ratio = try #require(Estimate.ratio(numerators: [1, 90], denominators: [10, 90]))
    #expect(abs(ratio.point - 0.91) < 1e-15)
    #expect(abs(ratio.deviations[0] + ratio.deviations[1]) < 1e-15)
    // d = (1 - 0.91·10) / 50
    #expect(abs(ratio.deviations[0] - (1 - 9.1) / 50) < 1e-15)
  }

  @Test func `a ratio of nothing is unknown rather than a number`() {
    #expect(Estimate.ratio(numerators: [0, 0], denominators: [0, 0]) == nil)
    #expect(Estimate.mean(of: []) == nil)
  }

  @Test func `one replication has a point and no interval`() throws {
    let estimate = try #require(Estimate.mean(of: [4]))
    #expect(estimate.point == 4)
    #expect(estimate.halfWidth() == nil)
    #expect(estimate.interval() == nil)
  }

  @Test func `sectioning measures from the pooled quantile and needs every section`() throws {
    let full = try #require(Estimate.sectioned(pooled: 10, sections: [9, 12]))
    #expect(full.deviations == [-1, 2])
    let gap = try #require(Estimate.sectioned(pooled: 10, sections: [9, nil, 12]))
    #expect(gap.point == 10)
    #expect(gap.halfWidth() == nil)
    #expect(Estimate.sectioned(pooled: nil, sections: [nil]) == nil)
  }

  @Test func `more joint comparisons give a wider interval`() throws {
    let estimate = try #require(Estimate.mean(of: [1, 2, 4, 8]))
    let one = try #require(estimate.halfWidth())
    let five = try #require(estimate.halfWidth(comparisons: 5))
    #expect(five > one)
  }
}
