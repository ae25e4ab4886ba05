/// Outlines of lands, small enough to come along in every report.
///
/// Rings are polylines in whole steps of a fraction of a degree, as differences from point to
/// point, five bits to a character.
///
/// - Source: world.110m: Natural Earth, public domain. states: U.S. Census Bureau, TIGER/Line
///   Shapefiles, public domain.
enum Outline: String, Sendable {
  case world, unitedStates = "states"

  /// Rings, one per line.
  var encoded: String {
    switch self {
    case .world: Outline.worldRings
    case .unitedStates: Outline.stateRings
    }
  }

  /// Steps per degree.
  var scale: Double {
    switch self {
    case .world: 10
    case .unitedStates: 50
    }
  }

  /// What the page holds.
  var packed: JSONValue {
    .object([
      "scale": .number(scale),
      "rings": .array(encoded.split(separator: "\n").map { .string(String($0)) }),
    ])
  }

  /// GeoJSON features, one per ring.
  var features: JSONValue {
    .array(
      encoded.split(separator: "\n").map { ring in
        Self.feature(
          "Polygon", .array([.array(points(of: ring).map(Self.position))]))
      })
  }

  /// Longitude and latitude of each point of a ring.
  func points(of ring: Substring) -> [(Double, Double)] {
    var numbers: [Int] = []
    var value = 0
    var shift = 0
    for byte in ring.utf8 {
      let bits = Int(byte) - 63
      value |= (bits & 31) << shift
      shift += 5
      if bits & 32 == 0 {
        numbers.append(value & 1 == 1 ? ~(value >> 1) : value >> 1)
        (value, shift) = (0, 0)
      }
    }
    var x = 0
    var y = 0
    return stride(from: 0, to: numbers.count - 1, by: 2).map { index in
      x += numbers[index]
      y += numbers[index + 1]
      return (Double(x) / scale, Double(y) / scale)
    }
  }

  /// Rows as ways over the globe: each with the line it stands for.
  static func ways(_ rows: JSONValue) -> JSONValue {
    guard case .array(let rows) = rows else { return rows }
    return .array(
      rows.map { row in
        guard case .object(var members) = row, let x = members["longitude"],
          let y = members["latitude"], let x2 = members["longitude2"],
          let y2 = members["latitude2"]
        else { return row }
        members["type"] = .string("Feature")
        members["geometry"] = .object([
          "type": .string("LineString"),
          "coordinates": .array([.array([x, y]), .array([x2, y2])]),
        ])
        return .object(members)
      })
  }

  private static func position(_ point: (Double, Double)) -> JSONValue {
    .array([.number(point.0), .number(point.1)])
  }

  private static func feature(_ type: String, _ coordinates: JSONValue) -> JSONValue {
    .object([
      "type": .string("Feature"),
      "geometry": .object(["type": .string(type), "coordinates": coordinates]),
    ])
  }
}
