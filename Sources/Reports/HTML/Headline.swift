internal import Statistics

/// The answer in a few words: which strategy wins at what, and what it costs.
struct Headline {
  /// Pieces of the sentence; strong ones are names and figures.
  struct Piece: Hashable {
    var text: String
    var isStrong = false
    var isName = false
    /// Must not be broken over two lines.
    var isFigure = false
  }

  var pieces: [Piece] = []
  /// The strategy that the tiles are about.
  var strategy: StrategySummary?
  var verdict: Verdict?

  /// KPIs by which strategies are called cheap, fast and punctual.
  private static let mean = KPIName.clickToDoor + "mean"

  var text: String { pieces.map(\.text).joined() }

  init(_ summary: Summary) {
    guard let first = summary.strategies.first else { return }
    strategy = first
    guard let baseline = summary.baseline, !summary.differences.isEmpty else {
      describe(summary)
      return
    }
    let rivals = summary.strategies.filter { $0.name != baseline }
    func verdicts(_ name: String) -> [Verdict] {
      summary.differences.filter { $0.strategy == name }.map(\.verdict)
    }
    let dominating = rivals.filter { rival in
      let all = verdicts(rival.name)
      return all.contains(.better) && all.allSatisfy { $0 == .better || $0 == .equivalent }
    }
    if let best = dominating.min(by: { cost($0) < cost($1) }) {
      strategy = best
      verdict = .better
      name(best.name)
      say(" beats ")
      name(baseline)
      say(" on every count: ")
      list(of: best.name, summary) { $0 == .better }
      say(".")
      return
    }
    let winners = rivals.filter { verdicts($0.name).contains(.better) }
    guard !winners.isEmpty else {
      strategy = summary.strategies.first { $0.name == baseline }
      let isWorse = rivals.allSatisfy { verdicts($0.name).contains(.worse) }
      verdict = isWorse ? .worse : .notSeparated
      name(baseline)
      say(
        isWorse
          ? " holds: no other strategy is better on any count"
          : " is not beaten: nothing sets a better strategy apart from luck")
      say(".")
      return
    }
    // Trade-offs: the cheapest, and the fastest where that is another one.
    verdict = .notSeparated
    say("No strategy beats ")
    name(baseline)
    say(" on every count. ")
    let cheapest = winners.filter { verdict(of: $0.name, KPIName.cost, summary) == .better }
      .min { cost($0) < cost($1) }
    let fastest = winners.filter { verdict(of: $0.name, Self.mean, summary) == .better }
      .min { hours($0) < hours($1) }
    for (index, best) in [cheapest, fastest == cheapest ? nil : fastest].compactMap({ $0 })
      .enumerated()
    {
      if index > 0 { say(" ") }
      name(best.name)
      say(best.name == cheapest?.name ? " is the cheapest: " : " is the fastest: ")
      list(of: best.name, summary) { $0 == .better }
      let losses = summary.differences.contains {
        $0.strategy == best.name && $0.verdict == .worse
      }
      if losses {
        say("; but ")
        list(of: best.name, summary) { $0 == .worse }
      }
      say(".")
    }
    if let best = cheapest ?? fastest ?? winners.first { strategy = best }
    if cheapest == nil && fastest == nil, let best = winners.first {
      name(best.name)
      say(" is better in ")
      list(of: best.name, summary) { $0 == .better }
      say(".")
    }
  }

  /// Without a baseline nothing is judged: the cheapest and the fastest are named.
  private mutating func describe(_ summary: Summary) {
    let known = summary.strategies.filter { $0.mean(KPIName.cost) != nil }
    guard let cheapest = known.min(by: { cost($0) < cost($1) }),
      let kpi = cheapest.kpi(KPIName.cost)
    else { return }
    strategy = cheapest
    name(cheapest.name)
    say(known.count > 1 ? " is the cheapest at " : " costs ")
    strong(Currency(kpi.unit).text(cost(cheapest)))
    say(" per order")
    let timed = known.filter { $0.mean(Self.mean) != nil }
    if let fastest = timed.min(by: { hours($0) < hours($1) }) {
      if known.count > 1 {
        say(", ")
        name(fastest.name)
        say(" the fastest at ")
      } else {
        say(" and takes ")
      }
      strong(ChartKind.hoursText(hours(fastest)))
      say(" from click to door on average")
    }
    say(
      known.count > 1
        ? ". Nothing was compared: ploy compare tells which differences hold." : ".")
  }

  /// "cost per order −$0.23 (95 % interval −$0.36 to −$0.10)" and so on.
  private mutating func list(of strategy: String, _ summary: Summary, _ wanted: (Verdict) -> Bool) {
    let rows = summary.differences.filter { $0.strategy == strategy && wanted($0.verdict) }
    let confidence = NumberText.percent(summary.confidence)
    for (index, row) in rows.enumerated() {
      if index > 0 { say(index == rows.count - 1 ? " and " : ", ") }
      let scale = FigureScale(summary.differences.filter { $0.kpi == row.kpi })
      say(KPIName.phrase(row.kpi) + " ")
      strong(scale.signed(row.mean))
      if index == 0, let interval = row.interval {
        say(" (\(confidence) interval ")
        figure(scale.signed(interval.low))
        say(" to ")
        figure(scale.signed(interval.high))
        say(")")
      }
    }
  }

  private func verdict(of strategy: String, _ kpi: String, _ summary: Summary) -> Verdict? {
    summary.differences.first { $0.strategy == strategy && $0.kpi == kpi }?.verdict
  }

  private func cost(_ strategy: StrategySummary) -> Double {
    strategy.mean(KPIName.cost) ?? .infinity
  }
  private func hours(_ strategy: StrategySummary) -> Double {
    strategy.mean(Self.mean) ?? .infinity
  }

  private mutating func say(_ text: String) { pieces.append(Piece(text: text)) }
  private mutating func strong(_ text: String) {
    pieces.append(Piece(text: text, isStrong: true, isFigure: true))
  }
  private mutating func figure(_ text: String) {
    pieces.append(Piece(text: text, isFigure: true))
  }
  private mutating func name(_ text: String) {
    pieces.append(Piece(text: text, isStrong: true, isName: true))
  }
}

private func == (a: StrategySummary?, b: StrategySummary?) -> Bool { a?.name == b?.name }
