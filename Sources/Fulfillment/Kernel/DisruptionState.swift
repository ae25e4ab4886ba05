internal import DiscreteEvent
internal import Quantities

/// The disruptions of one replication.
final class DisruptionState {
  /// All that happen, by disruption.
  let incidents: [[Incident]]
  /// How many of a disruption go on; 0 or 1.
  var active: [Int]
  /// Servers and vehicles on duty if nothing were wrong.
  var stationServers: [Int]
  var roundVehicles: [Int32]
  /// Share left of stations and rounds.
  var stationLeft: [Double]
  var roundLeft: [Double]
  /// The first promise broken since each began [µs]; `.max` for none.
  var firstHarm: [[Int64]]
  private let sets: [Closures]
  private let slowdowns: [[(closures: Closures, factor: Double)]]

  init(_ tables: NetworkTables, _ run: RunSeed) {
    let incidents = tables.disruptions.map { $0.law.incidents(run) }
    self.incidents = incidents
    active = [Int](repeating: 0, count: incidents.count)
    firstHarm = incidents.map { [Int64](repeating: .max, count: $0.count) }
    stationServers = tables.stations.map { $0.staffing.servers(at: .zero) }
    roundVehicles = tables.rounds.map { Int32($0.staffing.servers(at: .zero)) }
    stationLeft = [Double](repeating: 1, count: tables.stations.count)
    roundLeft = [Double](repeating: 1, count: tables.rounds.count)
    sets = tables.closureSets.map { Closures($0.flatMap { incidents[$0] }) }
    slowdowns = tables.slowdowns.map { row in
      row.map { (Closures(incidents[$0.disruption]), $0.factor) }
    }
  }

  /// The first instant at or after `instant` at which a set of disruptions lets things begin.
  func open(_ set: Int32, at instant: Int64) -> (from: Int64, until: Int64) {
    set < 0 ? (instant, .max) : sets[Int(set)].open(at: instant)
  }

  /// Factor on a time that begins at `instant`.
  func factor(_ row: Int32, at instant: Int64) -> Double {
    guard row >= 0 else { return 1 }
    return slowdowns[Int(row)].reduce(1) {
      $0 * ($1.closures.open(at: instant).from > instant ? $1.factor : 1)
    }
  }
}

/// Numbers of orders: a set with open addressing, for the late ones of a run without disruptions.
final class OrderSet {
  private var slots: [UInt64]
  private(set) var count = 0
  private static let empty = UInt64.max

  init() { slots = [UInt64](repeating: OrderSet.empty, count: 1024) }

  func insert(_ number: UInt64) {
    if 2 * count >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: mixed(number, 0)) & (slots.count - 1)
    while slots[slot] != OrderSet.empty {
      if slots[slot] == number { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = number
    count += 1
  }

  func contains(_ number: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: mixed(number, 0)) & (slots.count - 1)
    while slots[slot] != OrderSet.empty {
      if slots[slot] == number { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func grow() {
    let old = slots
    slots = [UInt64](repeating: OrderSet.empty, count: 2 * old.count)
    count = 0
    for number in old where number != OrderSet.empty { insert(number) }
  }
}
