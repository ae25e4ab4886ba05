/// Where a strategy's sites and zones are, and what goes between them per day.
public struct NetworkSummary: Sendable, Hashable {
  /// A site, or a zone where customers are.
  public struct Place: Sendable, Hashable {
    public var name: String
    /// Its group of facilities; empty for a zone.
    public var group: String
    /// Degrees north and east.
    public var latitude: Double
    public var longitude: Double

    public init(name: String, group: String, latitude: Double, longitude: Double) {
      self.name = name
      self.group = group
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// What goes from a site to a site or zone.
  public struct Flow: Sendable, Hashable {
    /// Rows of `places`.
    public var from: Int
    public var to: Int
    /// Mode of a lane, or name of a last mile.
    public var carrier: String
    public var isReplenishment: Bool
    public var shipmentsPerDay: Double

    public init(
      from: Int, to: Int, carrier: String, isReplenishment: Bool, shipmentsPerDay: Double
    ) {
      self.from = from
      self.to = to
      self.carrier = carrier
      self.isReplenishment = isReplenishment
      self.shipmentsPerDay = shipmentsPerDay
    }
  }

  /// Sites, then zones.
  public var places: [Place]
  public var flows: [Flow]

  public init(places: [Place], flows: [Flow]) {
    self.places = places
    self.flows = flows
  }
}
