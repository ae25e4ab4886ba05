internal import Experiments
internal import Reports
internal import Statistics

/// Tables and sentences of a sweep.
struct SweepAnalysis {
  var points: FindingsTable
  var effects: [FindingsTable] = []
  var metamodels: [FindingsTable] = []
  var answer: [String] = []

  init(
    _ comparison: Comparison, design: SweepDesign, vary: [Vary], strategies: [String],
    definitions: [ResponseDefinition]
  ) {
    let all = comparison.designPoints
    func results(_ kpi: String) -> [ResponseResult?] { all.map { $0.response(kpi) } }
    let settings = all.indices.map { design.texts[$0 / strategies.count] }
    points = FindingsTable(
      "points", title: "strategy",
      [.init("strategy", all.indices.map { .text(strategies[$0 % strategies.count]) })]
        + vary.indices.map { i in .init(vary[i].label, settings.map { .text($0[i]) }) }
        + definitions.map { definition in
          .init(
            definition.name, unit: definition.unit,
            results(definition.name).map {
              .figure($0?.estimate?.point, halfWidth: $0?.halfWidth)
            })
        })
    for definition in definitions {
      for (s, strategy) in strategies.enumerated() {
        let own = all.indices.filter { $0 % strategies.count == s }
        let responses = own.compactMap { all[$0].response(definition.name) }
        guard responses.count == own.count else { continue }
        let suffix = strategies.count == 1 ? "" : " (\(strategy))"
        best(responses, definition, own.map { all[$0].name }, suffix)
        let values = responses.map { $0.perReplication.compactMap { $0 } }
        guard !design.coded.isEmpty, values.allSatisfy({ $0.count == comparison.replications })
        else { continue }
        if design.isTwoLevel {
          addEffects(values, design, vary, definition, suffix, comparison.confidence)
        } else {
          addMetamodel(values, design, vary, definition, suffix, comparison.confidence)
        }
      }
    }
  }

  /// Which variants may be the best.
  private mutating func best(
    _ responses: [ResponseResult], _ definition: ResponseDefinition, _ names: [String],
    _ suffix: String
  ) {
    let estimates = responses.compactMap(\.estimate)
    guard definition.goal != .neutral, estimates.count == names.count,
      let comparison = ComparisonWithBest(estimates, goal: definition.goal)
    else { return }
    let possibly = comparison.possiblyBest
    if let best = comparison.best {
      answer.append(
        "\(definition.name)\(suffix): best is \(names[best]); the other \(names.count - 1) are ruled out"
          + " (95 %, jointly).")
    } else {
      let shown = possibly.prefix(4).map { names[$0] }.joined(separator: "; ")
      let more = possibly.count > 4 ? " and \(possibly.count - 4) more" : ""
      answer.append(
        "\(definition.name)\(suffix): \(possibly.count) of \(names.count) may be the best"
          + " (95 %, jointly): \(shown)\(more).")
    }
  }

  private mutating func addEffects(
    _ values: [[Double]], _ design: SweepDesign, _ vary: [Vary],
    _ definition: ResponseDefinition, _ suffix: String, _ confidence: Double
  ) {
    guard let found = FactorialEffects(points: design.coded, responses: values, order: 2) else {
      return
    }
    let count = found.effects.count
    let sorted = found.effects.sorted { abs($0.estimate.point) > abs($1.estimate.point) }
    var table =
      FindingsTable(
        "effects_" + definition.name + suffix, title: "effect on \(definition.name)\(suffix)",
        [
          .init(
            "effect",
            sorted.map { effect in
              .text(effect.factors.map { vary[$0].label }.joined(separator: " × "))
            }),
          .init(
            "low to high",
            sorted.map {
              .figure(
                $0.estimate.point,
                halfWidth: $0.estimate.halfWidth(confidence: confidence, comparisons: count))
            }),
        ])
    table.unit = definition.unit
    effects.append(table)
  }

  private mutating func addMetamodel(
    _ values: [[Double]], _ design: SweepDesign, _ vary: [Vary],
    _ definition: ResponseDefinition, _ suffix: String, _ confidence: Double
  ) {
    let candidates = [
      PolynomialTerms.secondOrder(factors: vary.count),
      PolynomialTerms.interactions(factors: vary.count),
      PolynomialTerms.firstOrder(factors: vary.count),
    ]
    guard
      let model = candidates.lazy.filter({ $0.terms.count < design.coded.count }).compactMap({
        Metamodel(terms: $0, points: design.coded, responses: values)
      }).first
    else { return }
    func name(_ term: [Int]) -> String {
      if term.isEmpty { return "constant" }
      if term.count == 2 && term[0] == term[1] { return "\(vary[term[0]].label)²" }
      return term.map { vary[$0].label }.joined(separator: " × ")
    }
    let count = model.coefficients.count
    var table =
      FindingsTable(
        "metamodel_" + definition.name + suffix,
        title: "metamodel of \(definition.name)\(suffix), low is -1, high +1",
        [
          .init("term", model.terms.terms.map { .text(name($0)) }),
          .init(
            "coefficient",
            model.coefficients.map {
              .figure(
                $0.point, halfWidth: $0.halfWidth(confidence: confidence, comparisons: count))
            }),
        ])
    table.unit = definition.unit
    metamodels.append(table)
    var sentence =
      "\(definition.name)\(suffix): the metamodel explains \(percent((model.explained * 1000).rounded() / 1000))"
      + " of the variation between points"
    if let lack = model.lackOfFit {
      sentence +=
        lack.pValue < 0.05
        ? ", and it does not fit (lack of fit, p \(lack.pValue < 0.0001 ? "< 0.0001" : "= " + plain((lack.pValue * 1e4).rounded() / 1e4)))"
        : ", and nothing speaks against it (lack of fit, p = \(plain((lack.pValue * 100).rounded() / 100)))"
    }
    answer.append(sentence + ".")
  }
}
