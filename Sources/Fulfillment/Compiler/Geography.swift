internal import Foundation

/// A position: degrees (latitude, longitude) on the sphere, or meters (x, y) on the plane.
struct Position: Hashable, Sendable {
  var first: Double
  var second: Double
}

/// Distances in the market's geometry.
struct Geography: Sendable {
  var geometry: Market.Geometry

  /// Mean radius of the earth [m].
  static let earthRadius = 6_371_008.8

  /// Great-circle distance by the haversine formula, or straight-line distance [m].
  func distance(_ a: Position, _ b: Position) -> Double {
    switch geometry {
    case .plane: return hypot(a.first - b.first, a.second - b.second)
    case .sphere:
      let radians = Double.pi / 180
      let dLatitude = (b.first - a.first) * radians
      let dLongitude = (b.second - a.second) * radians
      let h =
        pow(sin(dLatitude / 2), 2) + cos(a.first * radians) * cos(b.first * radians)
        * pow(sin(dLongitude / 2), 2)
      return 2 * Geography.earthRadius * asin(min(1, h.squareRoot()))
    }
  }

  /// Offset of `b` from `a` on the tangent plane [m]: east and north.
  func offset(from a: Position, to b: Position) -> (east: Double, north: Double) {
    switch geometry {
    case .plane: return (b.first - a.first, b.second - a.second)
    case .sphere:
      let radians = Double.pi / 180
      return (
        (b.second - a.second) * radians * cos(a.first * radians) * Geography.earthRadius,
        (b.first - a.first) * radians * Geography.earthRadius
      )
    }
  }

  /// Weighted k-medians over points: indices of the medians, sorted, and the cluster of each point.
  ///
  /// Deterministic: starts from the heaviest point, adds the point of most weight x distance each time, then
  /// alternates assignment and medians until nothing moves. Complexity: O(k n + n²/k) per round.
  func clusters(_ count: Int, of points: [(position: Position, weight: Double)]) -> (
    medians: [Int], cluster: [Int]
  ) {
    let count = min(count, points.count)
    var medians = [points.indices.max { points[$0].weight < points[$1].weight }!]
    var nearest = points.map { distance($0.position, points[medians[0]].position) }
    while medians.count < count {
      let next = points.indices.max {
        points[$0].weight * nearest[$0] < points[$1].weight * nearest[$1]
      }!
      // No demand is left away from the medians: fewer do.
      if points[next].weight * nearest[next] == 0 { break }
      medians.append(next)
      for index in points.indices {
        nearest[index] = min(
          nearest[index], distance(points[index].position, points[next].position))
      }
    }
    var cluster = [Int](repeating: 0, count: points.count)
    for _ in 0..<50 {
      medians.sort()
      for index in points.indices {
        var best = Double.infinity
        for (rank, median) in medians.enumerated() {
          let d = distance(points[index].position, points[median].position)
          if d < best { (best, cluster[index]) = (d, rank) }
        }
      }
      var moved = medians
      for rank in medians.indices {
        let members = points.indices.filter { cluster[$0] == rank }
        var best = Double.infinity
        for candidate in candidates(members, points) {
          let cost = members.reduce(0.0) {
            $0 + points[$1].weight * distance(points[$1].position, points[candidate].position)
          }
          if cost < best { (best, moved[rank]) = (cost, candidate) }
        }
      }
      if Set(moved).count < moved.count || moved == medians { break }
      medians = moved
    }
    return (medians, cluster)
  }

  /// Members that may be the median: all, or of very many the nearest to their weighted mean.
  private func candidates(_ members: [Int], _ points: [(position: Position, weight: Double)])
    -> [Int]
  {
    guard members.count > Geography.candidatesExact else { return members }
    let total = members.reduce(0) { $0 + points[$1].weight }
    guard total > 0 else { return [members[0]] }
    var mean = Position(first: 0, second: 0)
    for member in members {
      mean.first += points[member].weight / total * points[member].position.first
      mean.second += points[member].weight / total * points[member].position.second
    }
    let away = members.map { (distance(points[$0].position, mean), $0) }
    return away.sorted { $0 < $1 }.prefix(Geography.candidatesOfMany).map(\.1)
  }

  /// Clusters of up to this many points try every point as median.
  private static let candidatesExact = 2000
  private static let candidatesOfMany = 64
}
