/// A model with a known answer, as a scenario that ploy runs like any other.
///
/// Time is counted in minutes, so that a rate of 0.8 is 0.8 orders a minute.
public struct OracleCase: Sendable {
  /// One figure of the model: what theory says, and which KPI of the run it is.
  public struct Check: Sendable, Hashable {
    /// A KPI by its name in results, times a factor.
    public struct Term: Sendable, Hashable {
      public let kpi: String
      public let factor: Double
    }

    /// In the field's words, such as "wait [min]".
    public let quantity: String
    /// KPIs that add up to the quantity, together with the offset.
    public let terms: [Term]
    public let offset: Double
    public let expected: Double
    /// Relative error that the KPIs have besides that of sampling: quantiles come from a sketch.
    public let bias: Double

    init(
      _ quantity: String, terms: [Term], offset: Double = 0, _ expected: Double, bias: Double = 0
    ) {
      self.quantity = quantity
      self.terms = terms
      self.offset = offset
      self.expected = expected
      self.bias = bias
    }

    init(
      _ quantity: String, _ kpi: String, factor: Double = 1, _ expected: Double, bias: Double = 0
    ) {
      self.init(quantity, terms: [Term(kpi: kpi, factor: factor)], expected, bias: bias)
    }

    func with(bias: Double) -> Self {
      Self(quantity, terms: terms, offset: offset, expected, bias: bias)
    }
  }

  /// Unique name, such as "mm1-0.8".
  public let id: String
  /// The model in the field's notation.
  public let model: String
  public internal(set) var checks: [Check]
  public let replications: Int
  private let source: Source

  private enum Source: Sendable {
    case blueprint(Blueprint)
    /// A whole scenario; only its replications can be multiplied.
    case text(String)
  }

  init(
    _ id: String, _ model: String, replications: Int = 40, _ blueprint: Blueprint, _ checks: [Check]
  ) {
    self.id = id
    self.model = model
    self.replications = replications
    source = .blueprint(blueprint)
    self.checks = checks
  }

  init(_ id: String, _ model: String, replications: Int, text: String, _ checks: [Check]) {
    self.id = id
    self.model = model
    self.replications = replications
    source = .text(text)
    self.checks = checks
  }

  /// The scenario as a YAML text.
  ///
  /// - Parameter effort: Multiplies the length of the observed window, or the number of replications where the
  ///   window is part of the model or would become too long; 1 is what `ploy verify` does.
  public func scenario(effort: Double = 1) -> String {
    switch source {
    case .blueprint(let blueprint):
      blueprint.yaml(name: "oracle", effort: effort, replications: replications(effort: effort))
    case .text(let text): text
    }
  }

  /// Replications that go with the scenario of this effort.
  public func replications(effort: Double = 1) -> Int {
    if case .blueprint(let blueprint) = source, !blueprint.isTerminating {
      // What the window cannot be stretched by.
      return Int((Double(replications) * effort / blueprint.stretch(effort)).rounded(.up))
    }
    return max(min(20, replications), Int(Double(replications) * effort))
  }

  /// Orders to expect of all replications, to tell how far one is; a guess for a scenario given as text.
  public func orders(effort: Double = 1) -> Double {
    let replications = Double(replications(effort: effort))
    guard case .blueprint(let blueprint) = source else { return replications * 10_000 }
    return replications * max(1, blueprint.rate * (blueprint.warmUp + blueprint.span(effort)))
  }

  /// Cases that stand for the others in a short table.
  public static let headlines: Set<String> = [
    "mm1-0.9", "mmc-10", "mg1-lognormal-1-0.9", "mg1-hyperexponential-0.9", "md1-0.9", "mdc-5",
    "gim1-E2-0.9", "jackson", "tandem", "split", "mginf-lognormal", "mtminf-hourly",
    "departures-full", "customs", "couriers", "base-stock-12", "lost-sales-10-10", "r-Q-47-105",
    "s-S-batches", "newsvendor", "R-S-12", "two-echelons", "forecast-smoothing",
    "mmck_2_6_1.8_1", "mva_closed", "mm1_transient_0.9", "hawkes_1_0.6_1_1_50", "mmpp2",
  ]

  /// All cases, in the sequence in which they are reported.
  public static let all: [OracleCase] =
    queueCases + impatienceCases + lockerCases + generalServiceCases + renewalCases + networkCases
    + delayCases + inventoryCases + reviewCases + supplyCases + OracleLibrary.further
}

/// What a case needs of a scenario; everything else is the same for all.
struct Blueprint: Sendable {
  /// Orders per minute, over all sellers together.
  var rate: Double
  /// Minutes simulated before and while orders are observed.
  var warmUp: Double
  var window: Double
  /// Independent streams of orders that share the rate evenly, each of a seller of its own.
  var sellers = 1
  /// Lines of the market's demand beyond the rate, such as "units: 2".
  var demand = "profile: flat"
  /// What sellers offer, instead of one SKU.
  var skus: String?
  /// Sources of demand, indented by four blanks, instead of a flow at the rate.
  var streams: String?
  /// What goes wrong, such as "{rush: {kind: demand_surge, …}}".
  var disruptions: String?
  var products = "[{name: item}]"
  var zones = "[{name: zone, x: 0 km, y: 0 km, area: 0.0001 km2}]"
  /// What customers do besides ordering, such as "{patience: 5 min}".
  var customers: String?
  /// Lines of the strategy, indented by four blanks.
  var strategy: String
  /// Whether the window is part of the model: then it is not stretched by effort.
  var isTerminating = false
  /// Whether orders of the window are followed until they end.
  var isDrained = true

  /// Longest window of which the calendar knows every clock change [min].
  private static let windowMaximum = 20_000 * 1440.0

  /// How much longer the window becomes by an effort.
  func stretch(_ effort: Double) -> Double { min(effort, max(1, Self.windowMaximum / window)) }

  /// Length of the window with an effort [min].
  func span(_ effort: Double) -> Double {
    isTerminating ? window : max(1, (window * stretch(effort)).rounded())
  }

  func yaml(name: String, effort: Double, replications: Int) -> String {
    let span = span(effort)
    let names = (1...sellers).map { "seller\($0)" }
    let cohorts = names.map {
      "    \($0): {places: [{name: home, x: 0 km, y: 0 km}], \(skus ?? "products: \(products)")}"
    }
    let flows = names.map {
      "    \($0): {kind: shelf, seller: \($0), rate: \(rate / Double(sellers)) orders/min, \(demand)}"
    }
    return """
      name: \(name)
      experiment:
        start: 2026-11-02
        warm_up: \(warmUp) min
        window: \(span) min
        drain: \(isDrained ? 60 : 0) d
        replications: \(replications)
      market:
        geometry: plane
        zones: \(zones)
        sellers:
      \(cohorts.joined(separator: "\n"))
        demand:
      \(streams ?? flows.joined(separator: "\n"))
      \(customers.map { "  customers: \($0)" } ?? "")
      \(disruptions.map { "disruptions: \($0)" } ?? "")
      strategies:
        model:
      \(strategy)

      """
  }
}
