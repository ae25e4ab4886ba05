public import ScenarioFile

/// One question: a market, the strategies that may serve it, and how to experiment.
public struct Scenario: Configurable {
  public var name = ""
  public var question = ""
  public var currency = "USD"
  public var exchangeRates: [Named<Double>] = []
  public var datedExchangeRates: [Named<[Named<Double>]>] = []
  public var experiment = Experiment()
  public var market = Market()
  public var strategies: [Named<Strategy>] = []
  public var disruptions: [Named<any DisruptionKind>] = []
  public var gates: [Gate] = []
  public var calibration: [CalibrationTarget] = []

  public init() {}

  public static let summary = "A market, the strategies that may serve it, and the experiment."
  public static let parameters: [Parameter<Scenario>] = [
    .text("name", \.name, "Short name of the scenario, shown in every output."),
    .text("question", \.question, "What the scenario is meant to answer."),
    .currency("currency", \.currency, "ISO code of the currency all results are given in."),
    .exchangeRates(
      "exchange_rates", \.exchangeRates,
      "Worth of one unit of other currencies in the scenario's currency."),
    .datedExchangeRates(
      "dated_exchange_rates", \.datedExchangeRates,
      "The same from days on, by currency: {EUR: {2026-01-01: 1.17}}. That of the latest day until `experiment.start` holds for all amounts; before the first, `exchange_rates`."
    ),
    .record("experiment", \.experiment, Experiment.self, "Dates, replications, seed, baseline."),
    .record(
      "market", \.market, Market.self, "Who buys what from whom: shared by all strategies.",
      required: true),
    .named(
      "strategies", \.strategies, Strategy.self, "Ways to serve the market, by name.",
      required: true),
    .namedVariants(
      "disruptions", \.disruptions, Registrations.disruptions,
      "What goes wrong, by name: the same for every strategy."),
    .records("gates", \.gates, Gate.self, "Conditions a strategy must meet; checked by compare."),
    .records(
      "calibration", \.calibration, CalibrationTarget.self,
      "Published figures that strategies should land on; checked by calibrate."),
  ]

  public func check(_ report: RecordReport) {
    report.requireSome("strategies", strategies.count, "strategy")
    let names = strategies.map(\.name)
    for reference in [experiment.baseline] + gates.map(\.strategy) + calibration.map(\.strategy) {
      if let reference, !names.contains(reference.value) {
        report.sink.unknown("strategy", reference, known: names)
      }
    }
  }
}
