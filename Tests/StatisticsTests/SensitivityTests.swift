import Foundation
import Statistics
import Testing

@Suite struct SensitivityTests {
  @Test func `elementary effects of a linear function are its slopes, without spread`() {
    var generator = TestGenerator(state: 9)
    let slopes = [3.0, -2, 0, 0.5, 7]
    let design = MorrisDesign(factors: 5, trajectories: 8, using: &generator)
    #expect(design.points.count == 8 * 6)
    #expect(design.points.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
    let responses = design.points.map { zip($0, slopes).reduce(1) { $0 + $1.0 * $1.1 } }
    for (effect, slope) in zip(design.effects(responses), slopes) {
      #expect(effect.values.count == 8)
      #expect(abs(effect.meanSize.point - abs(slope)) < 1e-12)
      #expect(abs(effect.mean - slope) < 1e-12)
      #expect(effect.deviation < 1e-12)
    }
    for (path, order) in zip(design.trajectories, design.orders) {
      for (step, factor) in order.enumerated() {
        let moved = (0..<5).filter { path[step][$0] != path[step + 1][$0] }
        #expect(moved == [factor])
        #expect(abs(abs(path[step + 1][factor] - path[step][factor]) - design.step) < 1e-12)
      }
    }
  }

  @Test func `an interaction has a spread`() {
    var generator = TestGenerator(state: 9)
    let design = MorrisDesign(factors: 2, trajectories: 20, using: &generator)
    let effects = design.effects(design.points.map { $0[0] * $0[1] })
    #expect(effects[0].deviation > 0.1)
  }

  /// a = 7, b = 0.1: V 13.8445879407, S .313905 .442411 0, ST .557589 .442411 .243684.
  @Test func `Ishigami's indices agree with the exact ones`() throws {
    let samples = isOptimized ? 1 << 14 : 1 << 12
    let tolerance = isOptimized ? 0.005 : 0.02
    let points = SobolIndices.points(samples: samples, factors: 3)
    #expect(points.count == 5 * samples)
    let responses = points.map { u in
      let x = u.map { Double.pi * (2 * $0 - 1) }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
    }
    let indices = try #require(SobolIndices(responses: responses, factors: 3))
    #expect(abs(indices.variance / 13.844_587_940_7 - 1) < 0.01)
    #expect(abs(indices.mean - 3.5) < 0.01)
    for (found, exact) in zip(indices.first, [0.313_905_191, 0.442_411_145, 0]) {
      #expect(abs(found - exact) < tolerance, "first \(indices.first)")
    }
    for (found, exact) in zip(indices.total, [0.557_588_855, 0.442_411_145, 0.243_683_664]) {
      #expect(abs(found - exact) < tolerance, "total \(indices.total)")
    }
  }

  /// a = (0, 1, 4.5, 9, 99 …): S1 .716192168879, ST1 .787144126659.
  @Test func `Sobol's g function has its exact first indices`() throws {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let points = SobolIndices.points(samples: 1 << 13, factors: 8)
    let responses = points.map { u in
      zip(u, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    let indices = try #require(SobolIndices(responses: responses, factors: 8))
    #expect(abs(indices.first[0] - 0.716_192) < 0.01, "\(indices.first)")
    #expect(abs(indices.total[0] - 0.787_144) < 0.01, "\(indices.total)")
    #expect(SobolIndices(responses: [Double](repeating: 1, count: 20), factors: 3) == nil)
  }
}
