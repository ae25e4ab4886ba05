public import Quantities

/// A strategy's network as a map: where sites and zones are, and what went between them.
public struct NetworkFlows: Sendable {
  /// A site or a zone.
  public struct Place: Sendable {
    public var name: String
    /// Its group of facilities; empty for a zone.
    public var group: String
    /// nil on the plane.
    public var coordinate: Coordinate?
  }

  /// Shipments that went from one site to another, or to a zone.
  public struct Flow: Sendable {
    public enum Target: Hashable, Sendable {
      case site(Int), zone(Int)
    }
    public var from: Int
    public var to: Target
    /// Mode of a lane, or name of a last mile.
    public var carrier: String
    public var isReplenishment: Bool
    public var shipments: Int64
  }

  public var sites: [Place]
  public var zones: [Place]
  /// By origin, target and carrier.
  public var flows: [Flow]
}

extension Network {
  /// Flows of all legs, from the shipments that came through each itinerary.
  ///
  /// Complexity: O(steps of the itineraries that were used).
  public func flows(carried: [Int64]) -> NetworkFlows {
    struct Leg: Hashable {
      var from: Int
      var to: NetworkFlows.Flow.Target
      var carrier: String
      var isReplenishment: Bool
    }
    var shipments: [Leg: Int64] = [:]
    for (index, itinerary) in tables.itineraries.enumerated() where carried[index] > 0 {
      let first = Int(itinerary.firstStep)
      let steps = tables.steps[first...].prefix { !$0.primitive.isEnd }
      let isReplenishment = tables.steps[first + steps.count].primitive == .store
      var legs: [Leg] = []
      for step in steps where step.label >= 0 {
        let label = tables.labels[Int(step.label)]
        guard !label.carrier.name.isEmpty, label.toSite >= 0 || label.toZone >= 0 else { continue }
        let leg = Leg(
          from: label.site, to: label.toSite >= 0 ? .site(label.toSite) : .zone(label.toZone),
          carrier: label.carrier.name, isReplenishment: isReplenishment)
        // A departure and the way after it are one leg.
        if !legs.contains(leg) { legs.append(leg) }
      }
      for leg in legs { shipments[leg, default: 0] += carried[index] }
    }
    func rank(_ target: NetworkFlows.Flow.Target) -> Int {
      switch target {
      case .site(let site): site
      case .zone(let zone): tables.siteNames.count + zone
      }
    }
    return NetworkFlows(
      sites: tables.siteNames.indices.map {
        place(
          tables.siteNames[$0], tables.groupNames[tables.siteGroups[$0]], tables.sitePositions[$0])
      },
      zones: tables.zoneNames.indices.map {
        place(tables.zoneNames[$0], "", tables.zonePositions[$0])
      },
      flows: shipments.map {
        .init(
          from: $0.from, to: $0.to, carrier: $0.carrier, isReplenishment: $0.isReplenishment,
          shipments: $1)
      }.sorted {
        ($0.from, rank($0.to), $0.carrier, $0.isReplenishment ? 1 : 0)
          < ($1.from, rank($1.to), $1.carrier, $1.isReplenishment ? 1 : 0)
      })
  }

  private func place(_ name: String, _ group: String, _ position: Position) -> NetworkFlows.Place {
    NetworkFlows.Place(
      name: name, group: group,
      coordinate: tables.isPlane
        ? nil : Coordinate(latitude: position.first, longitude: position.second))
  }
}
