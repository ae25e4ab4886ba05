internal import RandomVariates

/// What each way takes on average when nothing is short: the measure of what went wrong with a late order.
extension StrategyCompiler {
  /// Mean time per itinerary and stage [0.01 s], without queues and stock-outs.
  func planTimes() {
    let stages = Stage.allCases.count
    let tables = builder.tables
    let waits = tables.timetables.map { meanWait(gaps: $0.instants) }
    let closings = tables.openings.map { openings in
      meanWait(closed: zip(openings.closes, openings.opens.dropFirst()).map { $1 - $0 })
    }
    let shares = tables.openings.map { openings in
      let open = zip(openings.opens, openings.closes).reduce(0.0) { $0 + Double($1.1 - $1.0) }
      let span = Double((openings.closes.last ?? 1) - (openings.opens.first ?? 0))
      return max(1e-6, open / max(1, span))
    }
    var planned = [Float](repeating: 0, count: tables.itineraries.count * stages)
    for (row, itinerary) in tables.itineraries.enumerated() {
      var index = Int(itinerary.firstStep)
      func add(_ seconds: Double, to stage: Stage) {
        planned[row * stages + Int(stage.rawValue)] += Float(seconds * 100)
      }
      while !tables.steps[index].primitive.isEnd {
        let step = tables.steps[index]
        let mean = step.law >= 0 ? tables.laws[Int(step.law)].mean : 0
        switch step.primitive {
        case .station:
          let draws =
            step.flags.contains(.perLine)
            ? market.meanLines : step.flags.contains(.perUnit) ? market.meanUnits : 1
          add(draws * mean, to: step.workStage)
        case .departure:
          let spec = tables.departures[Int(step.resource)]
          add(waits[Int(spec.timetable)] + Double(spec.cutOff) * 1e-6, to: step.waitStage)
        case .travel:
          let calendar = Int(step.resource)
          if step.law < 0 {
            add(closings[calendar], to: step.workStage)
          } else {
            add(calendar < 0 ? mean : mean / shares[calendar], to: step.workStage)
          }
        case .gate: add(expectedDelay(atGate: step), to: step.workStage)
        case .round:
          let spec = tables.rounds[Int(tables.roundStops[Int(step.resource)].round)]
          if spec.timetable >= 0 { add(waits[Int(spec.timetable)], to: step.waitStage) }
          // On average halfway through the round.
          let round =
            spec.durationMaximum > 0
            ? Double(spec.durationMaximum) * 1e-6 : builder.secondsPerStop[Int(step.resource)]
          add(round / 2, to: step.workStage)
        case .deliver, .store: break
        }
        index += 1
      }
    }
    builder.tables.plannedTicks = planned
  }

  /// Most series of processes that are kept apart.
  private static let seriesMaximum = 64

  /// Names the series of processes: one each, or where they are many, one per group of facilities.
  func nameSeries() {
    let tables = builder.tables
    let resources =
      tables.stations.map { (site: $0.site, name: $0.process) }
      + tables.rounds.map { (site: $0.site, name: $0.name) }
    let isApart = resources.count <= StrategyCompiler.seriesMaximum
    var rows: [String: Int32] = [:]
    for resource in resources {
      let place =
        isApart ? tables.siteNames[resource.site] : groups[sites[resource.site].group].name
      // Fleets of single zones are one fleet of the group.
      let process = isApart ? resource.name : String(resource.name.prefix { $0 != "-" })
      let name = "\(place).\(process)"
      let row = rows[name] ?? Int32(rows.count)
      if rows.updateValue(row, forKey: name) == nil { builder.tables.seriesNames.append(name) }
      builder.tables.seriesRow.append(row)
    }
  }

  /// Mean time to the next of sorted instants [s].
  private func meanWait(gaps instants: [Int64]) -> Double {
    let gaps = zip(instants, instants.dropFirst()).map { Double($1 - $0) * 1e-6 }
    let span = gaps.reduce(0, +)
    return span > 0 ? gaps.reduce(0) { $0 + $1 * $1 } / (2 * span) : 0
  }

  /// Mean time that one waits for an opening, over all hours of the week [s].
  private func meanWait(closed: [Int64]) -> Double {
    let limit = Double(market.clock.limit) * 1e-6 + 14 * 86400
    return closed.reduce(0) { $0 + Double($1) * Double($1) * 1e-12 } / (2 * limit)
  }
}
