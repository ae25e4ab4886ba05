internal import Experiments
internal import Reports
internal import Statistics

/// Tables and sentences of an optimization.
struct OptimizationReport {
  var candidates: FindingsTable
  var path: FindingsTable
  var answer: [String] = []

  init(_ result: OptimizationResult, _ problem: ScenarioDecisions, _ request: OptimizeRequest) {
    let vary = request.study.vary
    let found = result.candidates
    func columns(_ points: [[Int]]) -> [FindingsTable.Column] {
      vary.indices.map { i in
        .init(vary[i].label, points.map { .text(problem.texts($0)[i]) })
      }
    }
    candidates = FindingsTable(
      "candidates", title: "candidate, on fresh replications",
      [
        .init(
          "candidate",
          found.indices.map { .text($0 == result.recommended ? "recommended" : "\($0 + 1)") })
      ] + columns(found.map(\.point)) + [
        .init(
          request.kpi,
          found.map {
            .figure(
              $0.objective?.point,
              halfWidth: $0.objective?.halfWidth(confidence: request.confidence))
          })
      ]
        + request.limits.enumerated().flatMap { index, limit in
          [
            FindingsTable.Column(
              limit.kpi,
              found.map {
                .figure(
                  $0.constraints[index].estimate?.point,
                  halfWidth: $0.constraints[index].estimate?.halfWidth(
                    confidence: request.confidence))
              }),
            FindingsTable.Column(
              limit.text, found.map { .text($0.constraints[index].verdict.rawValue) }),
          ]
        })
    path = FindingsTable(
      "path", title: "path: start",
      [.init("start", result.path.map { .text("\($0.start + 1)") })]
        + columns(result.path.map(\.point)) + [
          .init("sample", result.path.map { .integer($0.sample) }),
          .init(request.kpi, result.path.map { .number($0.objective) }),
          .init("limits", result.path.map { .text($0.isFeasible ? "kept" : "broken") }),
          .init("spent", result.path.map { .integer($0.spent) }),
        ])
    answer = sentences(result, problem, request)
  }

  private func sentences(
    _ result: OptimizationResult, _ problem: ScenarioDecisions, _ request: OptimizeRequest
  ) -> [String] {
    guard result.isComplete else { return ["Interrupted before the last comparison."] }
    guard let index = result.recommended else {
      return [
        "No candidate keeps the limits for sure. Give a larger budget or wider ranges; those"
          + " marked undecided may keep them."
      ]
    }
    let chosen = result.candidates[index]
    let where_ = zip(request.study.vary, problem.texts(chosen.point)).map {
      "\($0.label) \($1)"
    }.joined(separator: ", ")
    var sentences = ["Recommended: \(where_)."]
    if !request.limits.isEmpty {
      sentences.append(
        "That it keeps \(request.limits.map(\.text).joined(separator: " and ")) holds with at least"
          + " \(percent(request.confidence)) confidence, on \(request.finalReplications)"
          + " replications that played no part in the search.")
    }
    if let comparison = result.comparison, result.compared.count >= 2 {
      let rivals = comparison.possiblyBest.map { result.compared[$0] }.filter { $0 != index }
      sentences.append(
        rivals.isEmpty
          ? "It is better than the other candidates that keep them, at the same confidence."
          : "\(rivals.count) of the other candidates that keep them may be as good or better.")
    }
    sentences.append(
      result.isLocalOptimumOfSample
        ? "No neighbor was better on the largest sample; nothing is claimed about points not"
          + " visited (\(result.pointsVisited) were)."
        : "Its neighbors were not all compared, or one was better on its sample; nothing is claimed"
          + " about points not visited (\(result.pointsVisited) were).")
    return sentences
  }
}

extension OptimizeRequest.Limit {
  var text: String { "\(kpi) \(isAtLeast ? ">=" : "<=") \(plain(value))" }
}
