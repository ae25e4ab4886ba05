extension ReportFormat {
  /// The terminal's report: what ran, throughput, delivery, cost, hours, verdict, gates, files.
  /// The answer stands last, where the eye is.
  public static let text = ReportFormat(
    name: "text", summary: "Tables for a terminal.", fileExtension: "txt"
  ) { summary, options in
    let sections = [
      headline(summary, options),
      throughputSection(summary, options),
      deliverySection(summary, options),
      costSection(summary, options),
      partySection(summary, options),
      subsidySection(summary, options),
      timeSection(summary, options),
      lateSection(summary, options),
      backlogSection(summary, options),
      disruptionSection(summary, options),
      options.isVerbose ? figuresSection(summary, options) : [],
      verdictSection(summary, options),
      options.isVerbose ? bestSection(summary, options) : [],
      notesSection(summary, options) + gatesSection(summary, options),
      pointersSection(summary, options),
    ]
    return sections.filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }
}

/// Widest name of a strategy in a table; longer ones are cut.
let strategyNameWidthMaximum = 24

extension Summary {
  /// The first column of a table with one row per strategy.
  func nameColumn(_ heading: String) -> TextTable.Column {
    TextTable.Column(
      heading: heading,
      cells: strategies.map {
        $0.name.truncated(to: strategyNameWidthMaximum).padded(to: 14)
      },
      isAlignedRight: false)
  }
}
