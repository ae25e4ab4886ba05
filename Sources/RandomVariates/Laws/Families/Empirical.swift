extension LawFamily {
  /// The sorted values are joined by straight lines: the i-th of n is the quantile (i-1)/(n-1).
  ///
  /// - Draws: one word, by inversion.
  /// - Source: [law2015], sec. 6.2.4.
  static let empirical = LawFamily(
    "empirical", "Measured values, with straight lines between them.",
    [LawParameter("values", "Two values or more, in any sequence.", carriesUnit: true, list: true)]
  ) { given throws(LawError) in
    let values = given.list("values").sorted()
    guard values.count >= 2 else {
      throw given.error("values", "must be 2 or more, not \(values.count)")
    }
    let (lowest, highest) = (values[0], values[values.count - 1])
    let pairs = Array(zip(values, values.dropFirst()))
    let count = Double(pairs.count)
    let mean = pairs.reduce(0) { $0 + ($1.0 + $1.1) / 2 } / count
    let variance = pairs.reduce(0) { sum, pair in
      let (a, b) = (pair.0 - mean, pair.1 - mean)
      return sum + (a * a + a * b + b * b) / 3
    }
    return LawShape(
      mean: mean, variance: variance / count, from: lowest, to: highest, count,
      table: TableMemory(values)
    ) { stream, count, _, _, _, table in
      let place = randomStream(stream).pointee.uniform() * count
      let i = min(Int(place), Int(count) - 1)
      let values = table!.assumingMemoryBound(to: Double.self)
      return min(values[i] + (place - Double(i)) * (values[i + 1] - values[i]), values[i + 1])
    }
  }
}

extension Law {
  public static func empirical(values: [Double]) throws(LawError) -> Law {
    try LawFamily.empirical.make([:], lists: ["values": values])
  }
}
