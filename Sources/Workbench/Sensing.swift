internal import Experiments
internal import Reports
internal import Statistics

/// Which parameters matter.
public struct SensitivityRequest: Sendable, Hashable {
  public enum Method: String, Sendable, CaseIterable {
    /// Elementary effects: screens many parameters.
    case morris
    /// Shares of variance, alone and in total.
    case sobol
  }

  public var study: StudyRequest
  public var method: Method
  public var kpi: String
  /// Of every point.
  public var replications: Int
  /// Trajectories (morris), or points of each of eight shifted sequences (sobol).
  public var samples: Int

  public init(
    study: StudyRequest, method: Method = .morris, kpi: String, replications: Int = 2,
    samples: Int = 16
  ) {
    self.study = study
    self.method = method
    self.kpi = kpi
    self.replications = replications
    self.samples = samples
  }
}

extension UseCases {
  /// Shifted sequences, for an error of the indices.
  private static let shifts = 8

  static func sense(_ request: SensitivityRequest, _ monitor: Monitor) throws(Failure) -> Findings {
    let vary = request.study.vary
    guard !vary.isEmpty else { throw .usage("name what may matter: --vary path=low..high") }
    guard request.method == .morris || vary.count <= 20 else {
      throw .usage("shares of variance take up to 20 parameters; screen them by morris first")
    }
    let setup = try StudySetup(request.study, monitor)
    let ranges = try SweepDesign.ranges(vary)
    let cache = try VariantCache(setup, kpis: [request.kpi])
    var words = DesignWords(seed: setup.seed)
    let morris = MorrisDesign(
      factors: vary.count, trajectories: request.method == .morris ? request.samples : 1,
      using: &words)
    let shares =
      request.method == .morris
      ? morris.points
      : (0..<shifts).flatMap { _ in
        SobolIndices.points(
          samples: request.samples, factors: vary.count,
          shift: (0..<2 * vary.count).map { _ in words.uniform() })
      }
    let texts = shares.map { point in
      vary.indices.map { i in
        let value = ranges[i].low + point[i] * (ranges[i].high - ranges[i].low)
        return ranges[i].text(setup.isWhole[i] ? value.rounded() : value)
      }
    }
    let table: (values: [[[Double?]]], throughput: Throughput)
    do {
      table = try ResponseTable.run(
        CachedPoints(cache: cache, texts: texts, cancellation: monitor.cancellation),
        replications: request.replications, responses: [request.kpi],
        threads: request.study.threads, cancellation: monitor.cancellation,
        progress: monitor.progress)
    } catch {
      throw Failure(error)
    }
    if let failure = cache.failure { throw failure }
    guard table.values.count == texts.count else { throw .interrupted }
    let means = table.values.map { row in
      let known = row[0].compactMap { $0 }
      return known.count == row[0].count ? known.reduce(0, +) / Double(known.count) : nil
    }
    guard means.allSatisfy({ $0 != nil }) else {
      throw .usage("'\(request.kpi)' is not observed at every point; use another KPI")
    }
    let responses = means.map { $0! }
    let found =
      request.method == .morris
      ? screen(morris.effects(responses), vary, request.kpi)
      : decompose(responses, vary, request)
    return Findings(
      schema: "ploy.sensitivity/1", scenario: setup.identity, version: Version.current,
      seed: setup.seed,
      description: [
        setup.strategies[0], "\(request.kpi) [\(cache.definitions[0].unit)]",
        "\(texts.count) points", "\(request.replications) replications of each",
      ],
      tables: [found.table], answer: found.answer,
      notes: [
        "of the mean over \(request.replications) replications with the same luck at every point;"
          + " ranges decide what matters"
      ],
      throughput: table.throughput, isComplete: true, isConclusive: true)
  }

  private static func screen(
    _ effects: [ElementaryEffects], _ vary: [Vary], _ kpi: String
  ) -> (table: FindingsTable, answer: [String]) {
    let order = effects.indices.sorted {
      effects[$0].meanSize.point > effects[$1].meanSize.point
    }
    let table = FindingsTable(
      "effects", title: "parameter",
      [
        .init("parameter", order.map { .text(vary[$0].label) }),
        .init(
          "mean size",
          order.map {
            .figure(
              effects[$0].meanSize.point, halfWidth: effects[$0].meanSize.halfWidth())
          }),
        .init("mean", order.map { .number(effects[$0].mean) }),
        .init("spread", order.map { .number(effects[$0].deviation) }),
      ])
    let largest = effects[order[0]].meanSize.point
    guard largest > 0 else { return (table, ["None of the parameters changes \(kpi)."]) }
    let small = order.filter { effects[$0].meanSize.point < 0.05 * largest }
    var answer = [
      "Over its range, \(vary[order[0]].label) changes \(kpi) most: by \(plain((largest * 1e4).rounded() / 1e4)) on"
        + " average. A spread as large as the mean size speaks of interactions or bends."
    ]
    if !small.isEmpty {
      answer.append(
        "Less than a twentieth of that: \(small.map { vary[$0].label }.joined(separator: ", ")).")
    }
    return (table, answer)
  }

  private static func decompose(
    _ responses: [Double], _ vary: [Vary], _ request: SensitivityRequest
  ) -> (table: FindingsTable, answer: [String]) {
    let size = responses.count / shifts
    let indices = (0..<shifts).compactMap { shift in
      SobolIndices(
        responses: Array(responses[shift * size..<(shift + 1) * size]), factors: vary.count)
    }
    func estimate(_ value: (SobolIndices) -> Double) -> FindingsCell {
      let estimate = Estimate.mean(of: indices.map(value))
      return .figure(estimate?.point, halfWidth: estimate?.halfWidth())
    }
    let table = FindingsTable(
      "indices", title: "parameter",
      [
        .init("parameter", vary.map { .text($0.label) }),
        .init("alone", vary.indices.map { i in estimate { $0.first[i] } }),
        .init("in total", vary.indices.map { i in estimate { $0.total[i] } }),
      ])
    guard !indices.isEmpty else {
      return (table, ["None of the parameters changes \(request.kpi)."])
    }
    let totals = vary.indices.map { i in indices.reduce(0) { $0 + $1.total[i] } }
    let most = totals.indices.max { totals[$0] < totals[$1] }!
    let deviation = indices.reduce(0) { $0 + $1.variance.squareRoot() } / Double(indices.count)
    return (
      table,
      [
        "\(request.kpi) varies by \(plain((deviation * 1e4).rounded() / 1e4)) (standard deviation)"
          + " over the ranges; \(vary[most].label) has the largest share.",
        "Intervals are from \(indices.count) random shifts of the design.",
      ]
    )
  }
}
