/// SPLI and NE of R-SPLINE: on a fixed sample, descend along the slope of a piecewise linear
/// interpolation, then look at all neighbors, until no neighbor is better.
///
/// Where a constraint binds, every single step is either too dear or too little: one decision has to
/// be exchanged for another. So exchanges that the neighbors' slopes predict to help are tried last.
///
/// - Source: [wang2013], algorithms 2 to 4; the exchanges are an addition.
struct LineSearch<Problem: IntegerProblem> {
  let problem: Problem
  let sample: Int
  /// Length of the first step, and the factor of the following ones.
  private let firstStep = 2.0
  private let growth = 2.0

  /// - Returns: A point none of whose neighbors is better on the sample; nil when the budget ended
  ///   on the way. The best point seen so far is in `best` in either case.
  mutating func minimum(
    from start: [Int], _ evaluator: inout Evaluator<Problem>, best: inout [Int]
  ) throws(ExperimentError) -> [Int]? {
    best = start
    guard var value = try evaluator.evaluate([start], sample: sample)?[0] else { return nil }
    while true {
      guard try descend(&evaluator, &best, &value) else { return nil }
      let neighbors = neighbors(of: best)
      guard let values = try evaluator.evaluate(neighbors, sample: sample) else { return nil }
      if let least = values.indices.min(by: { values[$0] < values[$1] }), values[least] < value {
        best = neighbors[least]
        value = values[least]
        continue
      }
      guard let exchange = try exchange(best, value, neighbors, values, &evaluator) else {
        return nil
      }
      guard let (point, better) = exchange else { return best }
      best = point
      value = better
    }
  }

  /// A better point some places up in one variable and down in another.
  ///
  /// - Returns: nil when the budget ended, `.some(nil)` when there is none.
  private func exchange(
    _ point: [Int], _ value: Evaluation, _ neighbors: [[Int]], _ values: [Evaluation],
    _ evaluator: inout Evaluator<Problem>
  ) throws(ExperimentError) -> (point: [Int], value: Evaluation)?? {
    guard value.violation == 0 && !value.excesses.isEmpty else { return .some(nil) }
    var promising: [(point: [Int], objective: Double)] = []
    for (a, first) in zip(neighbors, values) {
      for (b, second) in zip(neighbors, values) {
        for (m, n) in Self.exchanges {
          let moved = point.indices.map {
            point[$0] + m * (a[$0] - point[$0]) + n * (b[$0] - point[$0])
          }
          // Two different variables, and inside the ranges.
          guard zip(zip(a, b), point).allSatisfy({ $0.0 == $1 || $0.1 == $1 }),
            zip(moved, problem.variables).allSatisfy({ (0..<$1.count).contains($0) })
          else { continue }
          func predicted(_ f: (Evaluation) -> Double) -> Double {
            f(value) + Double(m) * (f(first) - f(value)) + Double(n) * (f(second) - f(value))
          }
          let objective = predicted(\.objective)
          let isKept = value.excesses.indices.allSatisfy { c in
            // Slopes flatten; a prediction just beyond the limit deserves a look.
            predicted { $0.excesses.isEmpty ? .infinity : $0.excesses[c] } <= 0.02
          }
          if isKept && objective < value.objective { promising.append((moved, objective)) }
        }
      }
    }
    promising.sort { $0.objective < $1.objective }
    var tried: [[Int]] = []
    for (candidate, _) in promising where !tried.contains(candidate) {
      tried.append(candidate)
      if tried.count > 4 * point.count { break }
      guard let found = try evaluator.evaluate([candidate], sample: sample)?[0] else { return nil }
      if found < value { return .some((candidate, found)) }
    }
    return .some(nil)
  }

  /// Places of one variable for places of the other.
  private static var exchanges: [(Int, Int)] {
    (1...4).flatMap { m in (1...4).map { (m, $0) } }.filter { $0 == 1 || $1 == 1 }
  }

  /// - Returns: False when the budget ended.
  private func descend(
    _ evaluator: inout Evaluator<Problem>, _ best: inout [Int], _ value: inout Evaluation
  ) throws(ExperimentError) -> Bool {
    while true {
      guard let slope = try slope(at: best, value, &evaluator) else { return false }
      let norm = slope.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 0 && norm.isFinite else { return true }
      let origin = best
      var length = firstStep
      var steps = 0
      while true {
        steps += 1
        let next = origin.indices.map { i in
          let moved = (Double(origin[i]) - length * slope[i] / norm).rounded()
          return Int(min(max(moved, 0), Double(problem.variables[i].count - 1)))
        }
        length *= growth
        if next == best { return true }
        guard let found = try evaluator.evaluate([next], sample: sample)?[0] else { return false }
        guard found < value else {
          // A line that helped for several steps deserves a new direction, others do not.
          if steps <= 2 { return true }
          break
        }
        best = next
        value = found
      }
    }
  }

  /// The slope of the interpolation through the corners of the simplex around a point a little
  /// inside: of the objective where the point is feasible, else of the violation.
  ///
  /// - Returns: nil when the budget ended; all zero where there is no slope.
  private func slope(
    at point: [Int], _ value: Evaluation, _ evaluator: inout Evaluator<Problem>
  ) throws(ExperimentError) -> [Double]? {
    let count = point.count
    // One step along every variable in turn, away from the bounds: the corners of one simplex.
    var corner = point
    var corners: [[Int]] = []
    var directions: [Int] = []
    for i in 0..<count {
      let up = corner[i] + 1 < problem.variables[i].count
      let canMove = problem.variables[i].count > 1
      directions.append(canMove ? (up ? 1 : -1) : 0)
      corner[i] += directions[i]
      corners.append(corner)
    }
    guard let values = try evaluator.evaluate(corners, sample: sample) else { return nil }
    var slope = [Double](repeating: 0, count: count)
    var last = value
    for i in 0..<count {
      let change =
        value.violation > 0
        ? values[i].violation - last.violation : values[i].objective - last.objective
      slope[i] = directions[i] == 0 || !change.isFinite ? 0 : change / Double(directions[i])
      last = values[i]
    }
    return slope
  }

  /// One place up or down in one variable.
  func neighbors(of point: [Int]) -> [[Int]] {
    point.indices.flatMap { i in
      [point[i] - 1, point[i] + 1].filter { (0..<problem.variables[i].count).contains($0) }.map {
        var neighbor = point
        neighbor[i] = $0
        return neighbor
      }
    }
  }
}
