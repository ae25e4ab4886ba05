import Foundation
import Statistics
import Testing

@Suite struct DesignTests {
  @Test func `a full factorial has every combination once, the first factor fastest`() {
    #expect(
      FullFactorial.points(levels: [2, 3]) == [
        [0, 0], [1, 0], [0, 1], [1, 1], [0, 2], [1, 2],
      ])
    #expect(FullFactorial.points(levels: []) == [[]])
    #expect(FullFactorial.count(levels: [4, 5, 6]) == 120)
    #expect(FullFactorial.count(levels: [Int.max, 2]) == nil)
  }

  @Test(arguments: [
    (3, ["AB"], 3), (4, ["ABC"], 4), (5, ["ABCD"], 5), (5, ["AB", "AC"], 3),
    (6, ["ABC", "BCD"], 4), (7, ["ABC", "BCD", "ACD"], 4), (7, ["AB", "AC", "BC", "ABC"], 3),
    (8, ["BCD", "ACD", "ABC", "ABD"], 4), (8, ["ABCD", "ABEF"], 5),
    (11, ["ABC", "BCD", "ACD", "ABD", "ABCD", "AB", "AC"], 3),
  ])
  func `two-level fractions have their published resolution`(
    factors: Int, generators: [String], resolution: Int
  ) {
    let design = FractionalFactorial(base: factors - generators.count, generators: generators)
    #expect(design.factors == factors)
    #expect(design.resolution == resolution)
    let points = design.points
    #expect(points.count == 1 << (factors - generators.count))
    // Columns of main effects are orthogonal and balanced at resolution III and more.
    for i in 0..<factors {
      #expect(points.reduce(0) { $0 + $1[i] } == 0)
      for j in 0..<i { #expect(points.reduce(0) { $0 + $1[i] * $1[j] } == 0) }
    }
    for word in design.definingRelation {
      for point in points {
        var product = 1.0
        for factor in 0..<factors where word >> factor & 1 == 1 { product *= point[factor] }
        #expect(product == 1)
      }
    }
  }

  @Test func `aliases follow from the defining relation`() {
    // 2^(4-1), D = ABC: AB = CD.
    let design = FractionalFactorial(base: 3, generators: ["ABC"])
    #expect(design.aliases(of: 0b0011) == [0b1100])
    #expect(design.aliases(of: 0b0001) == [0b1110])
    #expect(FractionalFactorial.standard(factors: 5, resolution: 5)?.runs == 16)
    #expect(FractionalFactorial.standard(factors: 7, resolution: 3)?.runs == 8)
    #expect(FractionalFactorial.standard(factors: 8, resolution: 4)?.runs == 16)
    #expect(FractionalFactorial.standard(factors: 3, resolution: 4) == nil)
  }

  @Test func `a Latin hypercube hits every stratum of every factor once`() {
    var generator = TestGenerator(state: 4)
    let design = LatinHypercube.points(12, dimensions: 3, candidates: 50, using: &generator)
    for j in 0..<3 {
      #expect(design.map { Int($0[j] * 12) }.sorted() == Array(0..<12))
    }
    #expect(LatinHypercube.correlation(of: design) < 0.6)
    #expect(abs(LatinHypercube.correlation(of: [[0, 0], [1, 1], [2, 2]]) - 1) < 1e-12)
    func nearest(_ design: [[Double]]) -> Double {
      var least = Double.infinity
      for i in design.indices {
        for k in 0..<i {
          least = min(
            least, zip(design[i], design[k]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
        }
      }
      return least
    }
    var same = TestGenerator(state: 4)
    let first = LatinHypercube.points(12, dimensions: 3, candidates: 1, using: &same)
    #expect(nearest(design) > nearest(first))
  }

  @Test func `Sobol's points are GSL's, and a shift keeps them in the cube`() {
    #expect(
      SobolSequence.points(5, dimensions: 3) == [
        [0.5, 0.5, 0.5], [0.75, 0.25, 0.75], [0.25, 0.75, 0.25], [0.375, 0.375, 0.625],
        [0.875, 0.875, 0.125],
      ])
    let shifted = SobolSequence.points(64, dimensions: 2, shift: [0.9, 0.3])
    #expect(shifted.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 < 1 } })
    #expect(abs(shifted[0][0] - 0.4) < 1e-12 && abs(shifted[0][1] - 0.8) < 1e-12)
    // ∏|4x - 2| over six dimensions, exact 1: error -3.8e-3 with 8,192 points.
    let points = SobolSequence.points(8192, dimensions: 6)
    let mean = points.reduce(0) { $0 + $1.reduce(1) { $0 * abs(4 * $1 - 2) } } / 8192
    #expect(abs(mean - 1 + 3.8e-3) < 1e-4, "\(mean)")
  }

  @Test func `one at a time moves one factor per point`() {
    #expect(
      OneAtATime.points(base: [1, 0], levels: [3, 2]) == [[1, 0], [0, 0], [2, 0], [1, 1]])
  }

  @Test func `a central composite design can fit every second-order term`() throws {
    for factors in 1...6 {
      let points = CentralComposite.points(factors: factors)
      let terms = PolynomialTerms.secondOrder(factors: factors)
      let responses = points.map { point in [point.reduce(1) { $0 + $1 * $1 }] }
      #expect(
        Metamodel(terms: terms, points: points, responses: responses) != nil, "k \(factors)")
    }
    #expect(CentralComposite.points(factors: 5).count == 16 + 10 + 1)
    #expect(CentralComposite.points(factors: 3).count == 8 + 6 + 1)
  }

  @Test func `a factor maps coded levels and shares onto its range`() {
    let factor = Factor("servers", low: 10, high: 30)
    #expect(factor.value(coded: -1) == 10 && factor.value(coded: 0.5) == 25)
    #expect(factor.value(share: 0.25) == 15 && factor.coded(30) == 1)
  }
}
