internal import Foundation

/// The part of the earth where a network's customers are, and the map that suits it.
struct MapExtent {
  /// Degrees; everything within is near the customers.
  var west: Double
  var east: Double
  var south: Double
  var north: Double
  /// Whether all customers are in the United States, and are worth a map of them.
  let isUnitedStates: Bool

  /// Room around the customers, as a share of their extent, and at least [degrees].
  private static let margin = (share: 0.12, least: 0.4)

  init?(_ network: NetworkSummary) {
    let zones = network.places.filter { $0.group.isEmpty }
    guard let first = zones.first else { return nil }
    var (west, east) = (first.longitude, first.longitude)
    var (south, north) = (first.latitude, first.latitude)
    for zone in zones {
      west = min(west, zone.longitude)
      east = max(east, zone.longitude)
      south = min(south, zone.latitude)
      north = max(north, zone.latitude)
    }
    let wide = max(MapExtent.margin.least, (east - west) * MapExtent.margin.share)
    let high = max(MapExtent.margin.least, (north - south) * MapExtent.margin.share)
    isUnitedStates = east - west > 15 && zones.allSatisfy(MapExtent.isInUnitedStates)
    self.west = west - wide
    self.east = east + wide
    self.south = south - high
    self.north = north + high
  }

  func contains(_ place: NetworkSummary.Place) -> Bool {
    if isUnitedStates { return MapExtent.isInUnitedStates(place) }
    return (west...east).contains(place.longitude) && (south...north).contains(place.latitude)
  }

  /// The contiguous states, Alaska and Hawaii, by their bounds.
  private static func isInUnitedStates(_ place: NetworkSummary.Place) -> Bool {
    let bounds = [
      (-125.0...(-66.5), 24.3...49.5), (-180.0...(-129.0), 51.0...72.0),
      (-161.0...(-154.5), 18.5...22.7),
    ]
    return bounds.contains { $0.contains(place.longitude) && $1.contains(place.latitude) }
  }

  /// Width of the map in degrees; of the contiguous states in theirs.
  var degreesWide: Double { isUnitedStates ? 58 : max(east - west, high / 0.62) }

  var projection: Projection {
    isUnitedStates
      ? .unitedStates
      : .region(
        longitude: (west + east) / 2, latitude: middle, degreesWide: degreesWide)
  }

  /// Height of the map as a share of its width.
  var aspect: Double {
    isUnitedStates ? 0.6 : min(0.62, max(0.4, high / degreesWide))
  }

  var outlines: [Outline] { isUnitedStates ? [.unitedStates] : [.world] }

  /// Its height in the degrees of Mercator's map, which are as wide as high.
  private var high: Double { mercator(north) - mercator(south) }

  /// The latitude in the middle of the map.
  private var middle: Double {
    let y = (mercator(north) + mercator(south)) / 2 * .pi / 180
    return atan(sinh(y)) * 180 / .pi
  }

  private func mercator(_ latitude: Double) -> Double {
    log(tan(.pi / 4 + latitude * .pi / 360)) * 180 / .pi
  }
}
