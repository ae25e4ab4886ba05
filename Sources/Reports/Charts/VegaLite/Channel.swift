/// What of a row a property of its mark stands for.
struct Channel: Sendable {
  enum Name: String, Sendable {
    case x, x2, y, y2, color, strokeDash, strokeWidth, size, shape, opacity, text, tooltip, order
    case detail, longitude, latitude, longitude2, latitude2, fill
  }
  enum Kind: String, Sendable {
    case quantitative, nominal, ordinal, temporal
  }

  var members: [String: JSONValue]

  init(_ members: [String: JSONValue]) { self.members = members }

  private static func field(_ field: String, _ kind: Kind, _ title: String?) -> Channel {
    Channel([
      "field": .string(field), "type": .string(kind.rawValue),
      "title": title.map { .string($0) } ?? .null,
    ])
  }

  /// A number on an axis or scale, with its unit in the title.
  static func quantity(_ field: String, _ title: String?) -> Channel {
    .field(field, .quantitative, title)
  }

  /// A name, in the order given; without one in the order of the rows.
  static func name(_ field: String, _ title: String? = nil, order: [String]? = nil) -> Channel {
    var channel = Channel.field(field, .nominal, title)
    channel.members["sort"] = order.map { .array($0.map { .string($0) }) } ?? .null
    return channel
  }

  static func ordinal(_ field: String, _ title: String? = nil) -> Channel {
    var channel = Channel.field(field, .ordinal, title)
    channel.members["sort"] = .null
    return channel
  }

  /// A local time without a zone.
  static func time(_ field: String, _ title: String? = nil) -> Channel {
    .field(field, .temporal, title)
  }

  static func end(_ field: String) -> Channel { Channel(["field": .string(field)]) }
  static func value(_ value: JSONValue) -> Channel { Channel(["value": value]) }
  static func datum(_ value: Double) -> Channel { Channel(["datum": .number(value)]) }

  static func position(_ field: String) -> Channel {
    Channel(["field": .string(field), "type": .string("quantitative")])
  }

  /// As many ticks as there is room for [px].
  static func ticks(every pixels: Int) -> JSONValue {
    .object(["expr": .string("max(2, floor(width / \(pixels)))")])
  }

  func with(_ key: String, _ value: JSONValue) -> Channel {
    var channel = self
    channel.members[key] = value
    return channel
  }

  func axis(_ members: [String: JSONValue]) -> Channel { with("axis", .object(members)) }
  func scale(_ members: [String: JSONValue]) -> Channel { with("scale", .object(members)) }
  func legend(_ members: [String: JSONValue]) -> Channel { with("legend", .object(members)) }
  var withoutAxis: Channel { with("axis", .null) }
  var withoutLegend: Channel { with("legend", .null) }

  var json: JSONValue { .object(members) }
}
