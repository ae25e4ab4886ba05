public import Quantities
public import ScenarioFile

/// A demand point: customers around one position.
public struct Zone: Configurable {
  public var name = Located<String>("")
  public var latitude: Double?
  public var longitude: Double?
  public var x: Double?
  public var y: Double?
  public var weight = 1.0
  public var area = 1e9
  public var timeZone: CivilTimeZone?
  public var group: String?

  public init() {}

  public static let summary = "A demand point with a position, a weight and an area."
  public static let parameters: [Parameter<Zone>] = [
    .reference("name", \.name, to: "zone", "Name, unique among zones.", required: true),
    .optionalNumber("latitude", \.latitude, -90...90, "Degrees north."),
    .optionalNumber("longitude", \.longitude, -180...180, "Degrees east."),
    .optionalQuantity("x", \.x, .length, -1e6...1e6, "Position on the plane.", unit: "km"),
    .optionalQuantity("y", \.y, .length, -1e6...1e6, "Position on the plane.", unit: "km"),
    .number("weight", \.weight, 0...1e12, "Share of the demand, relative to the other zones."),
    .quantity(
      "area", \.area, .area, 0.0001...1e7, "Area its customers are spread over (a disk).",
      unit: "km2"),
    .optionalTimeZone("time_zone", \.timeZone, "Time zone of its customers."),
    .optionalText(
      "group", \.group, "Zones of one group, such as a region, have figures of their own."),
  ]
}
