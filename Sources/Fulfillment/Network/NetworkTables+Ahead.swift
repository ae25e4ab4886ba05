internal import DiscreteEvent
internal import Quantities

extension NetworkTables {
  /// Servers of each station that may work ahead, 0 for the others: as many all the time, first in first out,
  /// and whatever passes it meets on its way to the door neither a load nor a queue, but for those of stations
  /// of which each works ahead and gets all that it does from the one before it.
  ///
  /// In such a row shipments join every queue in the order in which they joined the first, those of one
  /// instant too.
  var serversAhead: [Int32] {
    let servers = stations.map { station -> Int32 in
      let isSteady = !station.staffing.changes.contains { $0.at > .zero } && station.labor == nil
      let count = station.staffing.servers(at: .zero)
      let isFew = count <= 16
      return isSteady && isFew && station.discipline == .firstInFirstOut ? Int32(count) : 0
    }
    // Stations that meet a load, or a queue that does not follow at once, with all that feed those.
    var isBound = servers.map { $0 == 0 }
    var followers = [Set<Int32>](repeating: [], count: stations.count)
    var isFedElsewhere = [Bool](repeating: false, count: stations.count)
    // From the end of each itinerary back to its first step.
    var isFree = false
    var next: Step?
    for step in steps.reversed() {
      if let next, next.primitive == .station, step.primitive != .station {
        isFedElsewhere[Int(next.resource)] = true
      }
      switch step.primitive {
      case .deliver: isFree = step.resource < 0
      case .store, .round: isFree = false
      case .departure: isFree = isFree && !departures[Int(step.resource)].isBatched
      case .travel, .gate: break
      case .station:
        if let next, next.primitive == .station {
          followers[Int(step.resource)].insert(next.resource)
        } else if !isFree {
          isBound[Int(step.resource)] = true
        }
        isFree = false
      }
      next = step
    }
    if let next, next.primitive == .station { isFedElsewhere[Int(next.resource)] = true }
    var feeders = [Int](repeating: 0, count: stations.count)
    for following in followers { for station in following { feeders[Int(station)] += 1 } }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for station in stations.indices where !isBound[station] {
        isBound[station] = followers[station].contains {
          isBound[Int($0)] || isFedElsewhere[Int($0)] || feeders[Int($0)] > 1
        }
        hasChanged = hasChanged || isBound[station]
      }
    }
    return stations.indices.map { isBound[$0] ? 0 : servers[$0] }
  }
}
