public import Quantities
public import ScenarioFile

/// A named position: a site of a facility, or where sellers are.
public struct Place: Configurable {
  public var name = Located<String>("")
  public var latitude: Double?
  public var longitude: Double?
  public var x: Double?
  public var y: Double?
  public var weight = 1.0
  public var timeZone: CivilTimeZone?
  public var holidays: Located<String>?
  public var country = ""

  public init() {}

  public static let summary = "A named position."
  public static let parameters: [Parameter<Place>] = [
    .reference("name", \.name, to: "place", "Name, unique in its list.", required: true),
    .optionalNumber("latitude", \.latitude, -90...90, "Degrees north."),
    .optionalNumber("longitude", \.longitude, -180...180, "Degrees east."),
    .optionalQuantity("x", \.x, .length, -1e6...1e6, "Position on the plane.", unit: "km"),
    .optionalQuantity("y", \.y, .length, -1e6...1e6, "Position on the plane.", unit: "km"),
    .number("weight", \.weight, 0...1e12, "Share relative to the other places of the list."),
    .optionalTimeZone("time_zone", \.timeZone, "Time zone; the market's if left out."),
    .optionalReference(
      "holidays", \.holidays, to: "holiday calendar",
      "Days on which nothing is done there; the group's if left out."),
    .text("country", \.country, "Country, as duties name origins, such as CN."),
  ]
}
