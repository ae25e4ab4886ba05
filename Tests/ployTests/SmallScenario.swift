import Foundation

/// A folder with a scenario, gone with its owner.
final class Folder: Sendable {
  let path: String

  init(_ scenario: String) throws {
    path = NSTemporaryDirectory() + "ploy-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try scenario.write(toFile: path + "/scenario.yaml", atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A scenario small enough for tests.
enum SmallScenario {
  static let text = """
    name: small
    experiment: {start: 2026-01-05, window: 3 d, replications: 3}
    market:
      geometry: plane
      zones:
        - {name: town, x: 0 km, y: 0 km}
      categories:
        goods: {price: 20 USD, weight: 0.5 kg, volume: 1 L}
      sellers:
        shop: {category: goods, skus: 2, places: [{name: home, x: 1 km, y: 0 km}]}
      demand:
        shelf: {kind: shelf, seller: shop, rate: 200 orders/day}
    strategies:
      own:
        facilities:
          fc:
            kind: fulfillment_center
            sites: [{name: main, x: 0 km, y: 1 km}]
            pick: {time: 2 min, servers: 4, wage: 20 USD/h, hours: always}
        paths:
          - {from: fc, last_mile: carrier}
        last_mile:
          carrier: {kind: parcel_carrier}
        sourcing:
          - {from: fc}
    """
}
