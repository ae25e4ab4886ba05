/// What a row is drawn as.
struct Mark: Sendable {
  enum Kind: String, Sendable {
    case line, bar, rule, point, rect, text, area, geoshape, tick
  }

  var kind: Kind
  var properties: [String: JSONValue] = [:]

  init(_ kind: Kind, _ properties: [String: JSONValue] = [:]) {
    self.kind = kind
    self.properties = properties
  }

  var json: JSONValue {
    .object(properties.merging(["type": .string(kind.rawValue)]) { own, _ in own })
  }
}
