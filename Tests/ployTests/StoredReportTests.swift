import Foundation
import Reports
import Testing
import Workbench

@testable import ploy

/// Pages and charts of a study in a file, with nothing run.
@Suite struct StoredReportTests {
  /// A scenario with its study, and what the run told.
  private struct Kept {
    let folder: Folder
    let study: String
    let summary: Summary

    init() throws {
      folder = try Folder(SmallScenario.text)
      study = folder.path + "/study.sqlite"
      var request = RunRequest(scenario: folder.path, replications: 4, seed: 7)
      request.study = StudyTarget(path: study)
      summary = try UseCases.standard.compare(request, Monitor())
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }
  }

  /// The lines that do not tell how long the run took.
  private func timeless(_ page: String) -> [Substring] {
    page.split(separator: "\n").filter { line in
      line.utf8.count > 2000
        || !["events simulated", "events in ", "orders in "].contains { line.contains($0) }
    }
  }

  @Test(arguments: ["report", "show"])
  func `the page of a study is that of the run that made it`(command: String) throws {
    let kept = try Kept()
    let page = kept.folder.path + "/page.html"
    let options = command == "report" ? ["-q", "-o", page] : ["-q", "--report", page]
    let terminal = Terminal()
    #expect(terminal.run([command, kept.study] + options) == 0, "\(terminal.errors)")
    #expect(terminal.requests.isEmpty)
    var rendering = RenderOptions()
    rendering.chartRuntime = InstalledRuntime.find()
    let expected = timeless(ReportFormat.html.render(kept.summary, rendering))
    let shown = timeless(try kept.text("page.html"))
    #expect(expected.count > 100 && shown.count == expected.count)
    let differing = zip(shown, expected).filter { $0 != $1 }.map { $0.0.prefix(200) }
    #expect(differing == [])
  }

  @Test func `a chart of a study is the chart of the run`() throws {
    let kept = try Kept()
    let terminal = Terminal()
    #expect(terminal.run("export", kept.study, "--chart", "hours", "--format", "vl.json") == 0)
    #expect(terminal.output == kept.summary.chartSpecification("hours"))
    let file = kept.folder.path + "/hours.vl.json"
    #expect(Terminal().run("report", kept.study, "--chart", "hours", "-o", file) == 0)
    #expect(try kept.text("hours.vl.json") == terminal.output)
  }

  @Test(.enabled(if: InstalledRuntime.find() != nil, "needs vl-convert"))
  func `a chart is drawn on standard output where it is text`() throws {
    let kept = try Kept()
    let terminal = Terminal()
    #expect(terminal.run("export", kept.study, "--chart", "cost") == 0, "\(terminal.errors)")
    #expect(terminal.output.hasPrefix("<svg"))
    #expect(terminal.run("export", kept.study, "--chart", "cost", "--format", "png") == 64)
    #expect(terminal.errors.contains("name a file with --output"))
  }

  @Test(arguments: [
    (
      ["export", "--chart", "costs"],
      ["unknown chart 'costs'; did you mean 'cost'?", "known: delivery-time, hours"]
    ),
    (["export", "--format", "svg"], ["name a chart with --chart"]),
    (["export", "--chart", "cost", "--format", "csv"], ["one of svg, png, pdf, vl.json"]),
    (["report", "--seed", "8"], ["is a study and is told as it is"]),
  ])
  func `what a study cannot give is refused, with what it can`(
    words: [String], messages: [String]
  ) throws {
    let kept = try Kept()
    let terminal = Terminal()
    #expect(terminal.run([words[0], kept.study] + words.dropFirst()) == 64)
    for message in messages { #expect(terminal.errors.contains(message)) }
  }
}
