internal import ScenarioFile

/// Disruptions lowered onto a strategy: sets of them per step, so that the loop looks at one row.
extension StrategyCompiler {
  func disrupt(_ disruptions: [Named<any DisruptionKind>]) {
    guard !disruptions.isEmpty else { return }
    let sorted = disruptions.sorted { $0.name < $1.name }
    let positions = sites.map(\.position)
    let specs = sorted.map { named -> DisruptionSpec in
      var work = DisruptionWork(
        IncidentLaw(named, market), builder.tables, positions, market)
      named.value.disrupt(&work)
      return work.spec
    }
    builder.tables.calmSources = market.calmSources
    builder.tables.disruptions = specs
    var sets: [[Int]: Int32] = [:]
    func set(_ members: [Int]) -> Int32 {
      guard !members.isEmpty else { return -1 }
      if let row = sets[members] { return row }
      let row = Int32(builder.tables.closureSets.count)
      sets[members] = row
      builder.tables.closureSets.append(members)
      return row
    }
    let steps = builder.tables.steps
    var effects = [StepEffect](repeating: StepEffect(), count: steps.count)
    var departures = [Int32](repeating: -1, count: builder.tables.departures.count)
    var rounds = [Int32](repeating: -1, count: builder.tables.rounds.count)
    for row in steps.indices {
      let paused = specs.indices.filter { specs[$0].paused.contains(row) }
      let held = specs.indices.filter {
        specs[$0].held.contains(row) || specs[$0].paused.contains(row)
      }
      effects[row].hold = set(held)
      effects[row].pause = set(paused)
      let slowing = specs.indices.filter { specs[$0].slowed[row] != nil }
      if !slowing.isEmpty {
        effects[row].slow = Int32(builder.tables.slowdowns.count)
        builder.tables.slowdowns.append(slowing.map { ($0, specs[$0].slowed[row]!) })
      }
      guard effects[row].hold >= 0 else { continue }
      switch steps[row].primitive {
      case .departure: departures[Int(steps[row].resource)] = effects[row].hold
      case .round:
        rounds[Int(builder.tables.roundStops[Int(steps[row].resource)].round)] = effects[row].hold
      default: break
      }
    }
    builder.tables.stepEffects = effects
    builder.tables.departureHolds = departures
    builder.tables.roundHolds = rounds
  }
}
