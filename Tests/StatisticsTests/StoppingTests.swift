import Foundation
import Statistics
import Testing

@Suite struct StoppingTests {
  let estimate = Estimate(point: 10, deviations: [-2, -1, 0, 1, 2])  // s/√n = 0.7071

  @Test func `an absolute precision is met when the half-width is small enough`() throws {
    let halfWidth = try #require(estimate.halfWidth())
    #expect(Precision.absolute(halfWidth).progress(of: estimate) == .met)
    #expect(
      Precision.absolute(halfWidth / 2).progress(of: estimate) == .open(replications: 20))
  }

  @Test func `a relative precision bounds the error against the true figure`() throws {
    // γ/(1 + γ) of the point: met at h/x̄ = 0.1963 only for γ ≥ 0.2443.
    let ratio = try #require(estimate.halfWidth()) / 10
    let gamma = ratio / (1 - ratio)
    #expect(Precision.relative(gamma * 1.000_001).progress(of: estimate) == .met)
    guard case .open = Precision.relative(gamma * 0.999).progress(of: estimate) else {
      Issue.record("met too early")
      return
    }
  }

  @Test func `a relative precision is refused where the interval contains zero`() {
    let around = Estimate(point: 0.5, deviations: estimate.deviations)
    #expect(Precision.relative(0.5).progress(of: around) == .aroundZero)
    #expect(Precision.absolute(3).progress(of: around) == .met)
    #expect(Precision.relative(0.1).progress(of: Estimate(point: 0, deviations: [0, 0])) == .met)
    #expect(Precision.absolute(0).progress(of: estimate) == .aroundZero)
    #expect(Precision.relative(0.1).progress(of: Estimate(point: 1, deviations: [0])) == .unknown)
  }

  /// Mean delay of 25 customers, M/M/1 at 0.9: γ 0.1, 90 %, ten and then one by one. Reference from 960
  /// experiments: coverage 0.894, error within γ 0.925, E[n] 213, bias -0.07 %.
  @Test(.enabled(if: isOptimized))
  func `stopping by relative precision covers as often as the reference study`() throws {
    let truth = 2.360_543_718_37
    let experiments = 960 * effort
    var generator = TestGenerator(state: 77)
    var covered = 0
    var within = 0
    var counts = Sample()
    var points = Sample()
    for _ in 0..<experiments {
      var values: [Double] = []
      while true {
        for _ in 0..<(values.isEmpty ? 10 : 1) { values.append(meanDelay(&generator)) }
        let estimate = try #require(Estimate.mean(of: values))
        if Precision.relative(0.1).progress(of: estimate, confidence: 0.9) == .met {
          if try #require(estimate.interval(confidence: 0.9)).contains(truth) { covered += 1 }
          if abs(estimate.point / truth - 1) <= 0.1 { within += 1 }
          counts.add(Double(values.count))
          points.add(estimate.point / truth - 1)
          break
        }
      }
    }
    func joint(_ p: Double) -> Double {
      (shareError(p, experiments) * shareError(p, experiments)
        + shareError(p, 960) * shareError(p, 960)).squareRoot()
    }
    #expect(abs(Double(covered) / Double(experiments) - 0.89375) <= 4 * joint(0.89375))
    #expect(abs(Double(within) / Double(experiments) - 0.925) <= 4 * joint(0.925))
    #expect(abs(counts.mean - 212.94) <= 4 * counts.error * 2.0.squareRoot(), "\(counts.mean)")
    #expect(abs(points.mean + 0.0007) <= 4 * points.error * 2.0.squareRoot(), "\(points.mean)")
  }

  private func meanDelay(_ generator: inout TestGenerator) -> Double {
    var delay = 0.0
    var sum = 0.0
    for _ in 1..<25 {
      delay = max(0, delay - log(generator.uniform()) + log(generator.uniform()) / 0.9)
      sum += delay
    }
    return sum / 25
  }
}
