internal import DiscreteEvent
internal import Quantities

extension NetworkTables {
  /// Servers of each station that may work ahead, 0 for the others: as many all the time, first in first out,
  /// and whatever passes it meets neither a queue nor a load on the rest of its way to the door.
  var serversAhead: [Int32] {
    var servers = stations.map { station -> Int32 in
      let isSteady = !station.staffing.changes.contains { $0.at > .zero } && station.labor == nil
      let count = station.staffing.servers(at: .zero)
      let isFew = count <= 16
      return isSteady && isFew && station.discipline == .firstInFirstOut ? Int32(count) : 0
    }
    // From the end of each itinerary back to its last station.
    var isFree = false
    for step in steps.reversed() {
      switch step.primitive {
      case .deliver: isFree = step.resource < 0
      case .store, .round: isFree = false
      case .departure: isFree = isFree && !departures[Int(step.resource)].isBatched
      case .travel, .gate: break
      case .station:
        if !isFree { servers[Int(step.resource)] = 0 }
        isFree = false
      }
    }
    return servers
  }
}
