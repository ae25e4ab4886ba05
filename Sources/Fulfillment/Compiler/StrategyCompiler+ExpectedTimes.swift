internal import Quantities
internal import RandomVariates

/// What a way takes in the mean if nothing else is on it: for ranking, not for results.
extension StrategyCompiler {
  /// Expected time of a shipment of mean lines and units from a site to a zone's doors [s].
  func expectedTime(site: Int, zone: Int) -> Double {
    let row = builder.tables.itineraryOf[site * market.zones.count + zone]
    guard row >= 0 else { return .infinity }
    var time = 0.0
    var index = Int(builder.tables.itineraries[Int(row)].firstStep)
    while builder.tables.steps[index].primitive != .deliver {
      time += expectedTime(of: builder.tables.steps[index])
      index += 1
    }
    return time
  }

  private func expectedTime(of step: Step) -> Double {
    let tables = builder.tables
    let mean = step.law >= 0 ? tables.laws[Int(step.law)].mean : 0
    switch step.primitive {
    case .station:
      return mean
        * (step.flags.contains(.perLine)
          ? market.meanLines : step.flags.contains(.perUnit) ? market.meanUnits : 1)
    case .departure:
      let spec = tables.departures[Int(step.resource)]
      return Double(spec.cutOff) * 1e-6 + expectedWait(for: spec.timetable)
    case .travel:
      return step.resource < 0 ? mean : expectedTime(of: mean, during: step.resource)
    case .gate: return expectedDelay(atGate: step)
    case .round:
      let round = builder.roundDrafts[Int(tables.roundStops[Int(step.resource)].round)]
      let wait = round.plan.waves.flatMap {
        builder.timetable($0, except: round.site.holidays, in: round.site.timeZone)
      }
      return builder.secondsPerStop[Int(step.resource)] + (wait.map(expectedWait) ?? 0)
    case .deliver, .store: return 0
    }
  }

  /// Mean delay at a gate; where it depends on the day, by the rules of the start of the run [s].
  func expectedDelay(atGate step: Step) -> Double {
    let tables = builder.tables
    if step.flags.contains(.declares) { return 0 }
    guard step.flags.contains(.dated) else {
      return tables.gates[Int(step.resource)].probability * tables.laws[Int(step.law)].mean
    }
    let gate = tables.datedGates[Int(step.resource)]
    let period = max(0, (gate.starts.firstIndex { $0 > 0 } ?? gate.starts.count) - 1)
    let mean = tables.laws[Int(gate.laws[period])].mean * gate.probabilities[period]
    return gate.calendar < 0 ? mean : expectedTime(of: mean, during: gate.calendar)
  }

  /// Mean time to the next departure from an instant of the run that any is as likely as another [s].
  private func expectedWait(for timetable: Int32) -> Double {
    let limit = market.clock.windowEnd
    var last: Int64 = 0
    var area = 0.0
    for instant in builder.tables.timetables[Int(timetable)].instants where instant > last {
      let gap = Double(instant - last) * 1e-6
      let rest = Double(max(0, instant - limit)) * 1e-6
      area += (gap * gap - rest * rest) / 2
      last = instant
      if instant >= limit { break }
    }
    let span = Double(limit) * 1e-6
    return last >= limit ? area / span : span
  }

  /// Mean time that something takes which goes on only while a calendar is open [s].
  private func expectedTime(of work: Double, during calendar: Int32) -> Double {
    let openings = builder.tables.openings[Int(calendar)]
    let limit = market.clock.windowEnd
    var last: Int64 = 0
    var (open, closed) = (0.0, 0.0)
    for (opens, closes) in zip(openings.opens, openings.closes) where closes > 0 {
      let gap = Double(max(0, opens - last)) * 1e-6
      closed += gap * gap / 2
      open += Double(closes - max(opens, 0)) * 1e-6
      last = closes
      if closes >= limit { break }
    }
    guard open > 0 else { return .infinity }
    let span = Double(last) * 1e-6
    return closed / span + work * span / open
  }
}
