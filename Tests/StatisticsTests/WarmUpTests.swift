import Foundation
import Statistics
import Testing

@Suite struct WarmUpTests {
  /// y = 10 - 8 exp(-i/20) + sin i: the cut and its statistic by an independent program.
  @Test func `the truncation of the reference series agrees to twelve digits`() throws {
    let series = (0..<300).map { 10 - 8 * exp(-Double($0) / 20) + sin(Double($0)) }
    let cut = try #require(Truncation(series))
    #expect(cut.batches == 14)
    #expect(cut.observations == 70)
    #expect(abs(cut.statistic - 0.000_690_693_809) < 5e-13)
    #expect(abs(cut.statisticUncut - 0.031_927_705_396) < 5e-13)
    #expect(abs(cut.mean - 9.984_927_657_947) < 5e-13)
    #expect(!cut.isTooShort)
  }

  @Test func `a series that never settles is too short, a flat one needs no cut`() throws {
    let drift = (0..<200).map { Double($0) }
    #expect(try #require(Truncation(drift)).isTooShort)
    let flat = try #require(Truncation([Double](repeating: 3, count: 100)))
    #expect(flat.batches == 0 && flat.mean == 3 && !flat.isTooShort)
    #expect(Truncation([Double](repeating: 3, count: 19)) == nil)
  }

  @Test func `several strategies share the latest of their cuts`() throws {
    func series(_ scale: Double) -> [Double] {
      (0..<300).map { 10 - 8 * exp(-Double($0) / scale) + sin(Double($0)) }
    }
    let early = try #require(Truncation(series(5)))
    let late = try #require(Truncation(series(20)))
    #expect(early.batches < late.batches)
    let common = try #require(Truncation.common([[series(5)], [series(20), series(20)]]))
    #expect(common.batches == late.batches)
    #expect(Truncation.common([[series(5)], [[1, 2, 3]]]) == nil)
    #expect(Truncation.common([]) == nil)
  }

  @Test func `the average over replications is as long as the shortest`() {
    #expect(Truncation.average(over: [[1, 2, 3], [3, 6]]) == [2, 4])
    #expect(Truncation.average(over: []) == [])
  }

  @Test func `Welch's moving average widens up to its window`() {
    #expect(Truncation.movingAverage([1, 2, 6, 4, 2, 0], window: 1) == [1, 3, 4, 4, 2])
    #expect(Truncation.movingAverage([1, 2, 3], window: 0) == [1, 2, 3])
    #expect(Truncation.movingAverage([1, 2], window: 2) == [])
  }

  /// M/M/1 at 0.9 from empty, 5,000 customers, true mean wait 9: without a cut 8.81, cut run by
  /// run 8.20 (congested starts are cut away), cut by the average of 20 runs 8.87.
  @Test(.enabled(if: isOptimized))
  func `cutting by the average over replications beats cutting run by run`() throws {
    let experiments = 40 * effort
    var generator = TestGenerator(state: 31)
    var uncut = Sample()
    var single = Sample()
    var common = Sample()
    for _ in 0..<experiments {
      let runs = (0..<20).map { _ in waits(customers: 5000, rho: 0.9, &generator) }
      let cut = try #require(Truncation.common([runs]))
      func mean(_ values: ArraySlice<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
      }
      uncut.add(runs.reduce(0) { $0 + mean($1[...]) } / 20)
      single.add(try runs.reduce(0) { try $0 + #require(Truncation($1)).mean } / 20)
      common.add(runs.reduce(0) { $0 + mean($1[cut.observations...]) } / 20)
    }
    #expect(abs(uncut.mean - 8.81) <= 4 * uncut.error, "\(uncut.mean)")
    #expect(abs(single.mean - 8.20) <= 4 * single.error + 0.05, "\(single.mean)")
    #expect(abs(common.mean - 8.87) <= 4 * common.error, "\(common.mean)")
    #expect(single.mean < uncut.mean - 0.3)
  }

  /// M/M/1 at 0.8, 200,000 customers: half-width 5.2 % of the mean, coverage 0.947.
  @Test(.enabled(if: isOptimized))
  func `twenty batch means cover the mean wait of a long run`() throws {
    let experiments = 60 * effort
    var generator = TestGenerator(state: 5)
    var covered = 0
    var widths = Sample()
    for _ in 0..<experiments {
      let waits = waits(customers: 200_000, rho: 0.8, &generator)
      let estimate = try #require(Estimate.batchMeans(of: waits))
      let interval = try #require(estimate.interval())
      if interval.contains(4) { covered += 1 }
      widths.add(interval.halfWidth / estimate.point)
    }
    #expect(
      abs(Double(covered) / Double(experiments) - 0.947) <= 4 * shareError(0.947, experiments))
    #expect(abs(widths.mean - 0.0519) <= 4 * widths.error, "\(widths.mean)")
  }
}

/// Lindley's recursion from an empty queue.
private func waits(customers: Int, rho: Double, _ generator: inout TestGenerator) -> [Double] {
  var wait = 0.0
  return (0..<customers).map { _ in
    defer {
      wait = max(0, wait - log(generator.uniform()) + log(generator.uniform()) / rho)
    }
    return wait
  }
}
