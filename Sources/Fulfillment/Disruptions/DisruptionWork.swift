internal import Quantities
internal import ScenarioFile

/// What a disruption does to one strategy, in terms of primitives.
struct DisruptionSpec: Sendable {
  var name: String
  var law: IncidentLaw
  /// Share of the servers that is left, by station; of the vehicles, by round.
  var stations: [(index: Int, left: Double)] = []
  var rounds: [(index: Int, left: Double)] = []
  /// Rows of stock that lose units when it begins, and the share lost.
  var stocks: [Int] = []
  var stockShare = 0.0
  /// Steps that cannot begin, steps whose time stands still, and steps that take a multiple [row of step].
  var held: Set<Int> = []
  var paused: Set<Int> = []
  var slowed: [Int: Double] = [:]

  init(_ law: IncidentLaw) {
    name = law.name
    self.law = law
  }
}

/// What a kind of disruption lowers itself onto: the stations, vehicles, steps and stocks of a strategy.
public struct DisruptionWork {
  let tables: NetworkTables
  let market: MarketModel
  let positions: [Position]
  private(set) var spec: DisruptionSpec

  init(_ law: IncidentLaw, _ tables: NetworkTables, _ positions: [Position], _ market: MarketModel)
  {
    self.tables = tables
    self.market = market
    self.positions = positions
    spec = DisruptionSpec(law)
  }

  /// Servers and vehicles are missing; what is left is rounded to whole ones.
  public mutating func loseCapacity(_ share: Double, at target: DisruptionTarget) {
    let sites = sites(target)
    for (index, station) in tables.stations.enumerated() where sites.contains(station.site) {
      spec.stations.append((index, 1 - share))
    }
    for (index, round) in tables.rounds.enumerated() where sites.contains(round.site) {
      spec.rounds.append((index, 1 - share))
    }
  }

  /// Nothing leaves facilities, and goods that rest there rest longer.
  public mutating func close(_ target: DisruptionTarget) {
    let sites = sites(target)
    for (row, step) in tables.steps.enumerated() where step.label >= 0 {
      let label = tables.labels[Int(step.label)]
      guard sites.contains(label.site) else { continue }
      switch step.primitive {
      case .departure, .round: spec.held.insert(row)
      case .travel, .gate:
        if label.toSite < 0, label.toZone < 0 {
          spec.paused.insert(row)
        } else if step.law >= 0 {
          spec.held.insert(row)
        }
      case .station, .deliver, .store: break
      }
    }
  }

  /// Whatever counts as this stage takes a multiple of its time if it begins while it lasts.
  public mutating func slow(_ stage: Stage, by factor: Double, at target: DisruptionTarget) {
    let sites = sites(target)
    for (row, step) in tables.steps.enumerated() where step.workStage == stage {
      guard step.label >= 0, step.law >= 0 || step.flags.contains(.dated) else { continue }
      if target.isEmpty || sites.contains(tables.labels[Int(step.label)].site) {
        spec.slowed[row] = factor
      }
    }
  }

  /// Carriers stand still: last miles by name, lanes by mode.
  public mutating func stop(lastMile: [String], mode: Lane.Mode?) {
    for (row, step) in tables.steps.enumerated() where step.label >= 0 {
      let carrier = tables.labels[Int(step.label)].carrier
      guard carrier.isLastMile ? lastMile.contains(carrier.name) : carrier.name == mode?.rawValue
      else { continue }
      switch step.primitive {
      case .departure: spec.held.insert(row)
      case .travel: if step.law >= 0 { spec.paused.insert(row) }
      case .round:
        spec.held.insert(row)
        let round = Int(tables.roundStops[Int(step.resource)].round)
        if !spec.rounds.contains(where: { $0.index == round }) { spec.rounds.append((round, 0)) }
      case .station, .gate, .deliver, .store: break
      }
    }
  }

  /// Units on hand are lost when it begins.
  public mutating func loseStock(_ share: Double, at target: DisruptionTarget) {
    let sites = sites(target)
    spec.stocks = tables.stocks.indices.filter { sites.contains(Int(tables.stocks[$0].site)) }
    spec.stockShare = share
  }

  private func sites(_ target: DisruptionTarget) -> Set<Int> {
    if let near = target.near {
      guard let zone = market.zones.first(where: { $0.name == near.value }) else { return [] }
      return Set(
        positions.indices.filter {
          market.geography.distance(positions[$0], zone.position) <= target.within
        })
    }
    let names = Set(target.at.map(\.value))
    return Set(
      tables.siteNames.indices.filter {
        names.contains(tables.siteNames[$0])
          || names.contains(tables.groupNames[tables.siteGroups[$0]])
      })
  }
}
