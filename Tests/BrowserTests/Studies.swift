import Foundation
import Reports
import Statistics
import Workbench

/// Studies that pages are made of.
enum Studies {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Five ways to ship in Bangkok, three replications.
  static let bangkok: Summary = study { request in
    try UseCases.standard.compare(request, Monitor())
  }

  /// One strategy by itself.
  static let alone: Summary = study { request in
    var request = request
    request.strategies = ["dark-store"]
    return try UseCases.standard.run(request, Monitor())
  }

  private static func study(_ run: (RunRequest) throws -> Summary) -> Summary {
    let scenario = root.appending(path: "Scenarios/bangkok-evening").path
    do {
      return try run(RunRequest(scenario: scenario, replications: 3))
    } catch {
      fatalError("bangkok-evening does not run: \(error)")
    }
  }

  /// Names that would break a page which trusts them.
  static let hostileNames = [
    "</script><script>window.injected=1</script>", "\"'><img src=x onerror=window.injected=1>",
    "🚚 & <b>bold</b> \\u003c", "שליח מהיר (RTL) \u{202E}abc", "a]]>--><!--{{x}}${y}`",
  ]

  static var hostile: Summary {
    var summary = bangkok.renamed(hostileNames)
    summary.scenario.name = "<i>\"scenario\"</i></title></script>"
    summary.notes.append("<script>window.injected=1</script>")
    summary.gates = [
      GateResult(strategy: hostileNames[1], rule: "a < b & c", observed: "<u>", isPassed: false)
    ]
    return summary
  }

  /// The same strategies again and again, under forty names.
  static var many: Summary {
    var summary = bangkok
    let five = summary.strategies
    let differences = summary.differences
    for index in 5..<40 {
      let name = "strategy-\(index)"
      var strategy = five[index % 5]
      for difference in differences where difference.strategy == strategy.name {
        var difference = difference
        difference.strategy = name
        summary.differences.append(difference)
      }
      strategy.name = name
      summary.strategies.append(strategy)
    }
    return summary
  }

  /// Writes a page into a temporary folder.
  static func page(_ summary: Summary, runtime: ChartRuntime? = InstalledRuntime.find()) throws
    -> URL
  {
    var options = RenderOptions()
    options.chartRuntime = runtime
    let file = FileManager.default.temporaryDirectory
      .appending(path: "ploy-page-\(UInt32.random(in: 0 ... .max)).html")
    try Data(ReportFormat.html.render(summary, options).utf8).write(to: file)
    return file
  }
}

extension Summary {
  fileprivate func renamed(_ names: [String]) -> Summary {
    var renamed = self
    let pairs = Dictionary(
      uniqueKeysWithValues: zip(strategies.map(\.name), names).map { ($0, $1) })
    for index in renamed.strategies.indices {
      renamed.strategies[index].name = pairs[strategies[index].name]!
    }
    for index in renamed.differences.indices {
      renamed.differences[index].strategy = pairs[differences[index].strategy]!
    }
    renamed.baseline = baseline.map { pairs[$0]! }
    let burst = burst
    renamed.makeBurst = {
      var copy = burst
      for index in copy?.courses.indices ?? 0..<0 {
        copy!.courses[index].strategy = pairs[copy!.courses[index].strategy]!
      }
      return copy
    }
    return renamed
  }
}
