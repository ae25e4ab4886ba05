/// How far forecasts were off, per SKU and period, of each facility that makes them.
enum ForecastError: KPI {
  private static func plans(_ network: Network) -> [Int] {
    network.tables.plans.indices.filter { network.tables.plans[$0].forecastEvery > 0 }
  }
  static func measures(on network: Network) -> [Measure] {
    plans(network).flatMap { index -> [Measure] in
      let name = network.tables.siteNames[network.tables.plans[index].site]
      return [
        Measure("forecast_bias.\(name)", unit: "units"),
        Measure("forecast_mad.\(name)", unit: "units", goal: .lower),
        Measure("forecast_mape.\(name)", unit: "share", goal: .lower),
        Measure("forecast_mse.\(name)", unit: "units2", goal: .lower),
      ]
    }
  }
  static func values(of outcome: Outcome, on network: Network) -> [MeasureValue] {
    plans(network).flatMap { index -> [MeasureValue] in
      let errors = outcome.forecastErrors[index]
      let count = Double(errors.count)
      return [
        .ratio(errors.sum, over: count), .ratio(errors.absolute, over: count),
        .ratio(errors.relative, over: Double(errors.countWithDemand)),
        .ratio(errors.square, over: count),
      ]
    }
  }
}
