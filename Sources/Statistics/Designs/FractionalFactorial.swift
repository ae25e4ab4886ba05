/// A two-level design of 2^(k-p) runs: the first k - p factors in full, each of the others the
/// product of some of them.
///
/// Effects whose words multiply to one of the defining relation cannot be told apart (aliases).
/// The resolution is the length of the shortest word: at III main effects are mixed with
/// interactions of two, at IV interactions of two with each other, at V neither.
///
/// - Source: [box2005], ch. 6.
public struct FractionalFactorial: Sendable, Hashable {
  /// Factors in full.
  public var base: Int
  /// Of each further factor, the base factors it is the product of, as a set of bits.
  public var generators: [Int]

  public var factors: Int { base + generators.count }
  public var runs: Int { 1 << base }

  /// - Parameters:
  ///   - base: k - p, 1 to 20.
  ///   - generators: Such as ["ABC", "BCD"] for E = ABC, F = BCD; letters of base factors.
  public init(base: Int, generators: [String]) {
    precondition((1...20).contains(base), "1 to 20 factors in full")
    self.base = base
    self.generators = generators.map { word in
      word.utf8.reduce(0) { set, letter in
        let index = Int(letter) - Int(UInt8(ascii: "A"))
        precondition((0..<base).contains(index), "a generator names base factors")
        return set | 1 << index
      }
    }
  }

  /// Fractions of at least the resolution, smallest first: the usual ones up to eleven factors.
  public static func standard(factors: Int, resolution: Int) -> FractionalFactorial? {
    let catalog: [(base: Int, generators: [String])] = [
      (2, ["AB"]), (3, ["ABC"]), (3, ["AB", "AC"]), (4, ["ABCD"]), (3, ["AB", "AC", "BC"]),
      (4, ["ABC", "BCD"]), (5, ["ABCDE"]), (3, ["AB", "AC", "BC", "ABC"]),
      (4, ["ABC", "BCD", "ACD"]), (6, ["ABCDEF"]), (4, ["BCD", "ACD", "ABC", "ABD"]),
      (6, ["ABCD", "ABEF"]), (4, ["ABC", "BCD", "ACD", "ABD", "ABCD"]),
      (4, ["ABC", "BCD", "ACD", "ABD", "ABCD", "AB"]),
      (4, ["ABC", "BCD", "ACD", "ABD", "ABCD", "AB", "AC"]),
    ]
    return catalog.filter { $0.base + $0.generators.count == factors }
      .map { FractionalFactorial(base: $0.base, generators: $0.generators) }
      .filter { $0.resolution >= resolution }
      .min { $0.runs < $1.runs }
  }

  /// The defining relation: sets of factors whose product is always +1, without the empty one.
  public var definingRelation: [Int] {
    let words = generators.indices.map { generators[$0] | 1 << (base + $0) }
    return (1..<(1 << words.count)).map { subset in
      words.indices.reduce(0) { subset >> $1 & 1 == 1 ? $0 ^ words[$1] : $0 }
    }
  }

  /// Length of the shortest word; k + 1 for a full design.
  public var resolution: Int { definingRelation.map(\.nonzeroBitCount).min() ?? factors + 1 }

  /// Sets of factors whose effects are mixed with that of `effect`, shortest first.
  public func aliases(of effect: Int) -> [Int] {
    definingRelation.map { $0 ^ effect }.sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
  }

  /// Coded levels by run, the first factor fastest.
  public var points: [[Double]] {
    (0..<runs).map { run in
      let full = (0..<base).map { run >> $0 & 1 == 1 ? 1.0 : -1 }
      return full
        + generators.map { set in
          (0..<base).reduce(1.0) { set >> $1 & 1 == 1 ? $0 * full[$1] : $0 }
        }
    }
  }
}
