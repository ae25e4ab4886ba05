internal import Experiments
internal import Fulfillment
internal import Statistics

extension Study {
  /// Names of all KPIs of any of the strategies, in order of appearance.
  var kpiNames: [String] {
    var names: [String] = []
    for point in strategies.indices {
      for response in responses(of: point) where !names.contains(response.name) {
        names.append(response.name)
      }
    }
    return names
  }

  /// - Throws: ``Failure/unknown(name:kind:known:)`` if no strategy has the KPI.
  func requireKPI(_ name: String) throws(Failure) {
    let known = kpiNames
    guard known.contains(name) else { throw .unknown(name: name, kind: "KPI", known: known) }
  }

  /// The rule for a precision; without names the primary KPIs have to meet it.
  func stoppingRule(_ request: PrecisionRequest) throws(Failure) -> StoppingRule {
    for name in request.kpis { try requireKPI(name) }
    var names = request.kpis
    if names.isEmpty {
      for point in strategies.indices {
        for response in responses(of: point)
        where response.isPrimary && !names.contains(response.name) {
          names.append(response.name)
        }
      }
    }
    return StoppingRule(
      targets: names.map { .init($0, request.precision) }, maximum: request.maximum)
  }
}
