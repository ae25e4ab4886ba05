/// The columns of a polynomial in coded factors.
public struct PolynomialTerms: Sendable, Hashable {
  /// Factors of each term, by index, with repetition: [] is the constant, [0, 2] an interaction,
  /// [1, 1] a square.
  public var terms: [[Int]]

  public init(terms: [[Int]]) { self.terms = terms }

  /// A constant and a slope per factor.
  public static func firstOrder(factors: Int) -> PolynomialTerms {
    PolynomialTerms(terms: [[]] + (0..<factors).map { [$0] })
  }

  /// First order and the interactions of two factors.
  public static func interactions(factors: Int) -> PolynomialTerms {
    let pairs = (0..<factors).flatMap { i in (i + 1..<max(i + 1, factors)).map { [i, $0] } }
    return PolynomialTerms(terms: firstOrder(factors: factors).terms + pairs)
  }

  /// Interactions and squares as well.
  public static func secondOrder(factors: Int) -> PolynomialTerms {
    PolynomialTerms(
      terms: interactions(factors: factors).terms + (0..<factors).map { [$0, $0] })
  }

  /// The row of one point.
  public func row(_ coded: [Double]) -> [Double] {
    terms.map { $0.reduce(1) { $0 * coded[$1] } }
  }
}
