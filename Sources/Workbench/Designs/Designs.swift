internal import Statistics

/// Combinations of what a study varies.
enum Designs {
  /// Every combination of levels, the first parameter fastest; one empty one without parameters.
  static func combinations(_ levels: [[String]]) -> [[String]] {
    FullFactorial.points(levels: levels.map(\.count)).map { point in
      zip(levels, point).map { $0[$1] }
    }
  }

  /// How many there are; nil when that is beyond all use.
  static func count(_ levels: [[String]]) -> Int? {
    FullFactorial.count(levels: levels.map(\.count))
  }
}
