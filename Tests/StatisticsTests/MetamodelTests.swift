import Foundation
import Statistics
import Testing

@Suite struct MetamodelTests {
  /// The pilot plant of Box, Hunter and Hunter: temperature, concentration, catalyst.
  @Test func `effects of the pilot plant are the published ones`() throws {
    let yields = [60.0, 72, 54, 68, 52, 83, 45, 80]
    let effects = try #require(
      FactorialEffects(
        points: FullFactorial.twoLevel(factors: 3), responses: yields.map { [$0] }, order: 3))
    #expect(effects.mean.point == 64.25)
    let expected: [[Int]: Double] = [
      [0]: 23, [1]: -5, [2]: 1.5, [0, 1]: 1.5, [0, 2]: 10, [1, 2]: 0, [0, 1, 2]: 0.5,
    ]
    #expect(effects.effects.count == 7)
    for effect in effects.effects {
      #expect(effect.estimate.point == expected[effect.factors], "\(effect.factors)")
      #expect(effect.estimate.halfWidth() == nil)
    }
  }

  @Test func `effects in a fraction leave out their aliases and carry intervals`() throws {
    let design = FractionalFactorial(base: 3, generators: ["ABC"])
    let responses = design.points.enumerated().map { i, p in
      [0.0, 1, -1].map { 10 + 3 * p[0] - 2 * p[3] + p[0] * p[1] + $0 }
    }
    let effects = try #require(
      FactorialEffects(points: design.points, responses: responses, order: 2))
    #expect(effects.effects.map(\.factors) == [[0], [1], [2], [3], [0, 1], [0, 2], [0, 3]])
    #expect(effects.effects.map(\.estimate.point) == [6, 0, 0, -4, 2, 0, 0])
    // The noise is common to all points: it moves the mean, no effect.
    #expect(effects.effects[0].estimate.halfWidth() == 0)
    #expect(try #require(effects.mean.halfWidth()) > 0)
  }

  @Test func `a polynomial is found again exactly and fits`() throws {
    let points = CentralComposite.points(factors: 2)
    let noise = [-1.0, 0.5, 0.5]
    let responses = points.map { p in
      noise.map { 4 + 2 * p[0] - p[1] + 0.5 * p[0] * p[1] + 3 * p[1] * p[1] + $0 }
    }
    let model = try #require(
      Metamodel(terms: .secondOrder(factors: 2), points: points, responses: responses))
    #expect(model.terms.terms == [[], [0], [1], [0, 1], [0, 0], [1, 1]])
    for (found, exact) in zip(model.coefficients.map(\.point), [4, 2, -1, 0.5, 0, 3]) {
      #expect(abs(found - exact) < 1e-10)
    }
    #expect(abs(model.value(at: [0.5, -0.5]) - (4 + 1 + 0.5 - 0.125 + 0.75)) < 1e-10)
    #expect(model.explained > 1 - 1e-12)
    let line = try #require(
      Metamodel(terms: .firstOrder(factors: 2), points: points, responses: responses))
    #expect(line.explained < 0.9)
  }

  /// Under the true model F's p-value is uniform; with a bend left out it is tiny.
  @Test func `lack of fit finds a bend and accuses the truth as often as its level`() throws {
    let experiments = isOptimized ? 2000 * effort : 200
    var generator = TestGenerator(state: 17)
    let points = CentralComposite.points(factors: 2)
    var accused = 0
    var covered = 0
    for _ in 0..<experiments {
      let common = (0..<8).map { _ in 5 * StandardNormal.quantile(generator.uniform()) }
      let responses = points.map { p in
        common.map { 1 + 2 * p[0] + $0 + StandardNormal.quantile(generator.uniform()) }
      }
      let model = try #require(
        Metamodel(terms: .firstOrder(factors: 2), points: points, responses: responses))
      if try #require(model.lackOfFit).pValue < 0.05 { accused += 1 }
      if try #require(model.coefficients[1].interval()).contains(2) { covered += 1 }
    }
    #expect(
      abs(Double(accused) / Double(experiments) - 0.05) <= 4 * shareError(0.05, experiments))
    #expect(
      abs(Double(covered) / Double(experiments) - 0.95) <= 4 * shareError(0.95, experiments))
    let bent = points.map { p in
      (0..<8).map { _ in 5 * p[0] * p[0] + StandardNormal.quantile(generator.uniform()) }
    }
    let model = try #require(
      Metamodel(terms: .firstOrder(factors: 2), points: points, responses: bent))
    #expect(try #require(model.lackOfFit).pValue < 1e-6)
  }

  /// NIST's Norris data in small: a line by the normal equations, worked by hand.
  @Test func `least squares has the textbook coefficients and errors`() throws {
    let x = [1.0, 2, 3, 4]
    let fit = try #require(LeastSquares(rows: x.map { [1, $0] }, responses: [1, 3, 2, 5]))
    #expect(abs(fit.coefficients[0] - 0) < 1e-12 && abs(fit.coefficients[1] - 1.1) < 1e-12)
    // Residuals -0.1, 0.8, -1.3, 0.6: squares 2.7; s² = 1.35; var b = s²/5.
    #expect(abs(fit.residualSquares - 2.7) < 1e-12)
    #expect(abs(fit.covariance[1][1] - 0.27) < 1e-12)
    #expect(LeastSquares(rows: x.map { [1, $0, 2 * $0] }, responses: x) == nil)
    #expect(abs(FisherF.exceedance(4.9646, numerator: 1, denominator: 10) - 0.05) < 1e-5)
  }
}
