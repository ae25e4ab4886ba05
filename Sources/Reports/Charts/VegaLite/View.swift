/// A Vega-Lite view: a mark with its encoding, or layers of views.
///
/// - Source: Vega-Lite 5, vega.github.io/vega-lite/docs.
struct View: Sendable {
  /// Name of the table whose rows it draws; nil: that of the view around it.
  var table: String?
  /// Drawn once, whatever the rows.
  var isSingle = false
  var transforms: [Transform] = []
  var mark: Mark?
  var encoding: [Channel.Name: Channel] = [:]
  var layers: [View] = []
  /// Channels for which every layer has a scale of its own.
  var ownScales: [Channel.Name] = []
  /// [px]. Fixed, or nil: as wide as the page gives.
  var width: Double?
  var height: Height?
  var projection: Projection?
  /// One small view for each value of a field.
  var facet: Channel?

  enum Height: Sendable {
    case fixed(Double)
    /// Of the width.
    case share(Double)
  }

  /// In the place of a table: the globe itself.
  static let sphere = "sphere"

  init(_ mark: Mark? = nil, _ encoding: [Channel.Name: Channel] = [:], table: String? = nil) {
    self.mark = mark
    self.encoding = encoding
    self.table = table
  }

  init(layers: [View], table: String? = nil) {
    self.layers = layers
    self.table = table
  }

  func height(_ height: Height) -> View { with { $0.height = height } }
  func filtered(_ expression: String) -> View {
    with { $0.transforms.append(.filter(expression)) }
  }
  var once: View { with { $0.isSingle = true } }
  func with(_ change: (inout View) -> Void) -> View {
    var view = self
    change(&view)
    return view
  }

  /// What Vega-Lite calls it.
  var json: JSONValue {
    var members: [String: JSONValue] = [:]
    if let table {
      members["data"] = .object(
        table == View.sphere ? ["sphere": .flag(true)] : ["name": .string(table)])
    }
    if isSingle { members["data"] = .object(["values": .array([.object([:])])]) }
    if !transforms.isEmpty { members["transform"] = .array(transforms.map(\.json)) }
    if let projection { members["projection"] = projection.json }
    if let width { members["width"] = .number(width) }
    switch height {
    case .fixed(let height): members["height"] = .number(height)
    case .share, nil: break
    }
    var inner: [String: JSONValue] = [:]
    if let mark { inner["mark"] = mark.json }
    if !encoding.isEmpty {
      inner["encoding"] = .object(
        Dictionary(uniqueKeysWithValues: encoding.map { ($0.rawValue, $1.json) }))
    }
    if !layers.isEmpty { inner["layer"] = .array(layers.map(\.json)) }
    if !ownScales.isEmpty {
      let own = ownScales.map { ($0.rawValue, JSONValue.string("independent")) }
      members["resolve"] = .object(["scale": .object(Dictionary(uniqueKeysWithValues: own))])
    }
    if let facet {
      members["facet"] = facet.json
      for key in ["width", "height"] {
        if let size = members.removeValue(forKey: key) { inner[key] = size }
      }
      members["spec"] = .object(inner)
    } else {
      members.merge(inner) { $1 }
    }
    return .object(members)
  }
}

/// What is done to rows before they are drawn.
enum Transform: Sendable {
  case filter(String)
  case calculate(String, as: String)

  var json: JSONValue {
    switch self {
    case .filter(let expression): .object(["filter": .string(expression)])
    case .calculate(let expression, let name):
      .object(["calculate": .string(expression), "as": .string(name)])
    }
  }
}

/// How degrees become pixels.
enum Projection: Sendable {
  /// The United States with Alaska and Hawaii beside them.
  case unitedStates
  /// The whole world, with this longitude in the middle.
  case world(center: Double)
  /// A part of the world: its middle and its width in degrees, for whatever width the page gives.
  case region(longitude: Double, latitude: Double, degreesWide: Double)

  var json: JSONValue {
    switch self {
    case .unitedStates: .object(["type": .string("albersUsa")])
    case .world(let center):
      .object([
        "type": .string("equalEarth"),
        "rotate": .array([.number(-center), .number(0), .number(0)]),
      ])
    case .region(let longitude, let latitude, let degrees):
      .object([
        "type": .string("mercator"),
        "center": .array([.number(longitude), .number(latitude)]),
        "scale": .object(["expr": .string("width * \(57.29577951308232 / degrees)")]),
        "translate": .object(["expr": .string("[width / 2, height / 2]")]),
      ])
    }
  }
}
