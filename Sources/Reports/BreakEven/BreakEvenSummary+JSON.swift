internal import Experiments
internal import Statistics

extension BreakEvenSummary {
  public static let schemaName = "ploy.breakeven/1"

  /// For programs.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "schema": .string(Self.schemaName),
      "scenario": .object([
        "name": .string(scenario.name), "sha256": .string(scenario.sha256),
      ]),
      "version": .string(version),
      "seed": .unsigned(seed),
      "strategies": .array(strategies.map { .string($0) }),
      "kpi": .object(["name": .string(kpi), "unit": .string(kpiUnit)]),
      "parameter": .object(["path": .string(parameter), "unit": .string(parameterUnit)]),
      "from": .number(range.lowerBound),
      "to": .number(range.upperBound),
      "confidence": .number(confidence),
      "orders": .integer(orders),
      "wall_s": .number(wallSeconds),
      "path": .array(crossing?.path.map(look) ?? []),
    ]
    switch crossing?.finding {
    case .found(let found):
      members["finding"] = .string("crossing")
      members["level"] = .number(found.level)
      members["low"] = .number(found.interval.low)
      members["high"] = .number(found.interval.high)
      members["narrow"] = .flag(found.isNarrow)
      members["better_below"] = .string(better(found.before))
      members["better_above"] = .string(other(better(found.before)))
    case .none(let sign)?:
      members["finding"] = .string("no crossing in range")
      members["better"] = .string(better(sign))
    case .inconclusive:
      members["finding"] = .string("inconclusive")
    case nil:
      members["incomplete"] = .flag(true)
    }
    return .object(members)
  }

  private func look(_ look: Crossing.Look) -> JSONValue {
    .object([
      "level": .number(look.level), "replications": .integer(look.replications),
      "difference": .number(look.difference), "low": .number(look.interval?.low),
      "high": .number(look.interval?.high),
    ])
  }
}
