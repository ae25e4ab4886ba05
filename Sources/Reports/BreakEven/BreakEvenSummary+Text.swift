internal import Experiments
internal import Statistics

extension BreakEvenSummary {
  /// For people: what was asked, the levels looked at, and the answer at the end.
  func text(_ options: RenderOptions) -> String {
    let sections = [question(options), looks(options), answer(options)]
    return sections.filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private func question(_ options: RenderOptions) -> [String] {
    let parts = [
      "\(strategies[0]) and \(strategies[1])", KPIName.phrase(kpi), "over \(parameter)",
      "\(level(range.lowerBound)) to \(level(range.upperBound))",
      "up to \(replicationsMaximum) replications",
      "\(NumberText.count(Double(orders))) orders in \(NumberText.wallTime(wallSeconds))",
      "seed \(seed)",
    ]
    let name = scenario.name
    var lines = parts.wrapped(" · ", to: options.width, first: name + "  ", indent: "  ")
    lines[0] = options.paint(name, .heading) + lines[0].dropFirst(name.count)
    return lines
  }

  private func looks(_ options: RenderOptions) -> [String] {
    guard let path = crossing?.path, !path.isEmpty else { return [] }
    let sorted = path.sorted { $0.level < $1.level }
    let intervals = sorted.compactMap(\.interval)
    let scale = FigureScale(
      unit: kpiUnit,
      values: sorted.compactMap(\.difference) + intervals.flatMap { [$0.low, $0.high] },
      errors: intervals.map(\.halfWidth))
    let verdicts = sorted.map { look in
      look.sign == .unsettled ? "~ not separated" : "\(better(look.sign)) better"
    }
    var table = TextTable(columns: [
      .init(heading: "Level", cells: sorted.map { level($0.level) }, isAlignedRight: false),
      .init(heading: "replications", cells: sorted.map { "\($0.replications)" }, dropRank: 1),
      .init(
        heading: "difference",
        cells: sorted.map { $0.difference.map(scale.signed) ?? NumberText.none }),
      .init(
        heading: "",
        cells: sorted.map { look in
          look.interval.map { "[\(scale.signed($0.low)), \(scale.signed($0.high))]" } ?? ""
        }, dropRank: 2),
      .init(heading: "", cells: verdicts, isAlignedRight: false),
    ])
    table.fit(options.width - 2)
    return table.lines(indent: 2, paint: options.paint)
  }

  private func answer(_ options: RenderOptions) -> [String] {
    let label = "Break-even"
    let words: String
    switch crossing?.finding {
    case .found(let found):
      let below = better(found.before)
      words =
        "\(parameter) \(level(found.level)), between \(level(found.interval.low)) and "
        + "\(level(found.interval.high)) (\(NumberText.percent(confidence)) interval): below, "
        + "\(below) is better; above, \(other(below))"
        + (found.isNarrow
          ? "" : "; more replications (-r) would narrow it, levels within cannot be told apart")
    case .none(let sign)?:
      words =
        "no crossing in range: \(better(sign)) is better at \(level(range.lowerBound)) and at "
        + "\(level(range.upperBound))"
    case .inconclusive:
      words =
        "inconclusive: at an end of the range the two cannot be told apart; ask for more "
        + "replications (-r) or another range"
    case nil: words = "interrupted before it was found"
    }
    var lines = words.split(separator: " ").map(String.init)
      .wrapped(" ", to: options.width, first: label + "  ", indent: "            ")
    lines[0] = options.paint(label, .heading) + lines[0].dropFirst(label.count)
    return lines
  }

  /// A level with four significant digits and its unit.
  private func level(_ x: Double) -> String {
    var decimals = 0
    var size = abs(x)
    while size > 0, size < 1000, decimals < 6 {
      size *= 10
      decimals += 1
    }
    var text = NumberText.fixed(x, decimals)
    if text.contains(".") {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return parameterUnit.isEmpty ? text : "\(text) \(parameterUnit)"
  }
}
