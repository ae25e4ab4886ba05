extension Summary {
  /// All charts that this summary has something for.
  var charts: [Chart] { ChartKind.all.flatMap { $0.make(self) } }

  /// Names of its charts, and of their kinds where a kind has several.
  public var chartNames: [String] {
    var names: [String] = []
    for kind in ChartKind.all {
      let ids = kind.make(self).map(\.id)
      if ids.isEmpty { continue }
      if !ids.contains(kind.name) { names.append(kind.name) }
      names += ids
    }
    return names
  }

  /// A chart as a Vega-Lite specification with its figures; of a kind with several the first.
  ///
  /// - Parameter width: [px].
  public func chartSpecification(_ name: String, width: Double = 800) -> String? {
    let chart =
      charts.first { $0.id == name }
      ?? ChartKind.all.first { $0.name == name }?.make(self).first
    return chart.map { $0.standalone(width: width).text() + "\n" }
  }
}
