extension VerificationSummary {
  /// A table for the terminal, one line per check.
  func text(_ options: RenderOptions) -> String {
    let isFirst = checks.indices.map { $0 == 0 || checks[$0].id != checks[$0 - 1].id }
    var table = TextTable(columns: [
      .init(
        heading: "MODEL", cells: checks.indices.map { isFirst[$0] ? checks[$0].model : "" },
        isAlignedRight: false),
      .init(heading: "quantity", cells: checks.map(\.quantity), isAlignedRight: false),
      .init(heading: "exact", cells: checks.map { Self.figure($0.expected) }),
      .init(
        heading: "ploy", cells: checks.map { $0.simulated.map(Self.figure) ?? NumberText.none }),
      .init(
        heading: "±", cells: checks.map { $0.halfWidth.map(Self.precision) ?? NumberText.none },
        dropRank: 1),
      .init(heading: "z", cells: checks.map { Self.score($0.z) }),
      .init(heading: "", cells: checks.map { $0.isPassed ? "✓" : "✗" }),
    ])
    table.fit(options.width)
    var lines = table.lines(indent: 0, paint: options.paint)
    if !skipped.isEmpty {
      let skips = TextTable(columns: [
        .init(heading: "NOT RUN", cells: skipped.map(\.id), isAlignedRight: false),
        .init(
          heading: "", cells: skipped.map { Self.cut($0.why, to: options.width) },
          isAlignedRight: false),
      ])
      lines += [""] + skips.lines(indent: 0, paint: options.paint)
    }
    return (lines + ["", verdict]).joined(separator: "\n") + "\n"
  }

  /// One line on how it went.
  var verdict: String {
    let count =
      "\(checks.count) \(checks.count == 1 ? "figure" : "figures")"
      + " of \(models) \(models == 1 ? "model" : "models")"
    let cost =
      "\(NumberText.count(Double(orders))) orders in \(NumberText.wallTime(wallSeconds)), seed \(seed)"
    let partly = isComplete ? "" : "interrupted: "
    let wrong = failed.count
    return wrong == 0
      ? "\(partly)✓ \(count) within \(Int(Check.tolerance)) standard errors · \(cost)"
      : "\(partly)✗ \(wrong) of \(count) beyond \(Int(Check.tolerance)) standard errors · \(cost)"
  }

  /// A list of names may be longer than a line; JSON has all of it.
  private static func cut(_ text: String, to width: Int) -> String {
    let room = max(40, width - 28)
    return text.count <= room ? text : text.prefix(room - 1) + "…"
  }

  /// Five significant digits.
  static func figure(_ x: Double) -> String {
    let size = abs(x)
    let decimals = size >= 10_000 ? 0 : size >= 1000 ? 1 : size >= 100 ? 2 : size >= 10 ? 3 : 4
    return NumberText.fixed(x, size > 0 && size < 0.01 ? 6 : decimals)
  }

  static func precision(_ x: Double) -> String {
    NumberText.fixed(x, x >= 10 ? 1 : x >= 1 ? 2 : x >= 0.1 ? 3 : x >= 0.01 ? 4 : x > 0 ? 5 : 0)
  }

  static func score(_ z: Double) -> String {
    z.isFinite ? NumberText.signed(z, 1) : z > 0 ? "+∞" : "\u{2212}∞"
  }
}
