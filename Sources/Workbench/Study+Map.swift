internal import Fulfillment
internal import Quantities
internal import Reports
private import Synchronization

/// Shipments through each itinerary, summed over replications as whole numbers.
final class CarriedSums: Sendable {
  private struct Sum {
    var shipments: [Int64]
    var replications: Int
  }
  private let sums = Mutex<[Int: Sum]>([:])

  func add(_ shipments: [Int64], point: Int, replications: Int = 1) {
    sums.withLock { sums in
      guard sums[point] != nil else {
        sums[point] = Sum(shipments: shipments, replications: replications)
        return
      }
      for index in shipments.indices { sums[point]!.shipments[index] &+= shipments[index] }
      sums[point]!.replications += replications
    }
  }

  /// Sums, and over how many replications; nil before the first.
  func of(_ point: Int) -> (shipments: [Int64], replications: Int)? {
    sums.withLock { sums in sums[point].map { ($0.shipments, $0.replications) } }
  }
}

extension NetworkSummary {
  /// Flows per day of the window; nil on the plane, where there is no map.
  init?(_ flows: NetworkFlows, runDays: Double) {
    var places: [Place] = []
    for place in flows.sites + flows.zones {
      guard let coordinate = place.coordinate else { return nil }
      places.append(
        Place(
          name: place.name, group: place.group, latitude: coordinate.latitude,
          longitude: coordinate.longitude))
    }
    self.init(
      places: places,
      flows: flows.flows.map { flow in
        let target =
          switch flow.to {
          case .site(let site): site
          case .zone(let zone): flows.sites.count + zone
          }
        return Flow(
          from: flow.from, to: target, carrier: flow.carrier,
          isReplenishment: flow.isReplenishment,
          shipmentsPerDay: Double(flow.shipments) / runDays)
      })
  }
}
