extension CalibrationSummary {
  public static let schemaName = "ploy.calibration/1"

  /// A table for the terminal, one line per target, and why some are missed.
  func text(_ options: RenderOptions) -> String {
    var table = TextTable(columns: [
      .init(heading: "TARGET", cells: targets.map(\.about), isAlignedRight: false),
      .init(heading: "published", cells: targets.map(\.publishedText)),
      .init(
        heading: "ploy",
        cells: targets.map { $0.simulated.map(VerificationSummary.figure) ?? NumberText.none }),
      .init(
        heading: "±",
        cells: targets.map { $0.halfWidth.map(VerificationSummary.precision) ?? NumberText.none },
        dropRank: 1),
      .init(heading: "unit", cells: targets.map { $0.unit == "1" ? "" : $0.unit }),
      .init(heading: "off", cells: targets.map(\.deviationText)),
      .init(heading: "", cells: targets.map { $0.isMet ? "✓" : "✗" }),
    ])
    table.fit(options.width)
    var lines = table.lines(indent: 0, paint: options.paint)
    for target in missed {
      lines += ["", "✗ \(target.about): \(target.why.isEmpty ? "no reason given" : target.why)"]
    }
    return (lines + ["", verdict]).joined(separator: "\n") + "\n"
  }

  /// For programs.
  var json: JSONValue {
    .object([
      "schema": .string(Self.schemaName),
      "version": .string(version),
      "orders": .integer(orders),
      "wall_s": .number(wallSeconds),
      "targets": .array(targets.map(\.json)),
    ])
  }

  /// A table for a page.
  var markdown: String {
    var rows = [
      "| target | source | published | ploy | unit | off | |", "|---|---|---|---|---|---|---|",
    ]
    for target in targets {
      let simulated = target.simulated.map(VerificationSummary.figure) ?? NumberText.none
      let interval = target.halfWidth.map { " ± \(VerificationSummary.precision($0))" } ?? ""
      rows.append(
        "| \(target.about) | \(target.source.isEmpty ? "" : "[\(target.source)]")"
          + " | \(target.publishedText) | \(simulated)\(interval)"
          + " | \(target.unit == "1" ? "" : target.unit) | \(target.deviationText)"
          + " | \(target.isMet ? "✓" : "✗") |")
    }
    let reasons = missed.map { "- ✗ \($0.about): \($0.why.isEmpty ? "no reason given" : $0.why)" }
    return
      ([rows.joined(separator: "\n")]
      + (reasons.isEmpty ? [] : [reasons.joined(separator: "\n")])
      + ["\(targets.count - missed.count) of \(targets.count) targets are met."])
      .joined(separator: "\n\n") + "\n"
  }
}

extension CalibrationSummary.Target {
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id), "about": .string(about), "unit": .string(unit), "met": .flag(isMet),
      "why": .string(isMet ? "" : why), "source": .string(source),
      "published": published.lowerBound == published.upperBound
        ? .number(published.lowerBound)
        : .array([.number(published.lowerBound), .number(published.upperBound)]),
    ]
    if let simulated { members["simulated"] = .number(simulated) }
    if let halfWidth { members["half_width"] = .number(halfWidth) }
    return .object(members)
  }
}
