import Foundation
import Reports
import Testing

@testable import Workbench

/// The studies in Results/ are of this ploy and of the scenarios beside it. `make results` makes them anew.
@Suite struct ResultsTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  private func study(_ name: String) -> String {
    Self.root.appending(path: "Results/\(name)/study.sqlite").path
  }

  @Test(arguments: ["bangkok-evening", "us-launch"])
  func `a study in Results can be shown, and is of the scenario as it is now`(name: String)
    throws
  {
    let kept = try UseCases.standard.show(study(name))
    let scenario = try LoadedScenario(Self.root.appending(path: "Scenarios/\(name)").path)
    #expect(kept.scenario.sha256 == scenario.sha256)
    #expect(kept.isComplete && kept.version == Version.current)
    #expect(kept.scenario.name == name)
    #expect(kept.strategies.count > 1 && kept.strategies.allSatisfy { !$0.clickToDoor.isEmpty })
    let report = try String(
      contentsOfFile: Self.root.appending(path: "Results/\(name)/report.md").path, encoding: .utf8)
    #expect(report == ReportFormat.markdown.render(kept, RenderOptions()))
  }

  @Test(arguments: ["bangkok-evening", "us-launch"])
  func `a study in Results takes less than 2 MB`(name: String) throws {
    let folder = Self.root.appending(path: "Results/\(name)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.fileSizeKey])
    let sizes = try files.filter { ["sqlite", "md", "svg"].contains($0.pathExtension) }
      .map { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 }
    #expect(sizes.count >= 2)
    #expect(sizes.reduce(0, +) < 2_000_000)
  }

  @Test func `bangkok-evening comes out again`() throws {
    let found = try UseCases.standard.reproduce(study("bangkok-evening"), 1, nil, Monitor())
    #expect(found.compared == 5)
    // Another kind of processor may round differently, and says so.
    #expect(found.isSame || !found.cautions.isEmpty, "\(found.text)")
  }
}
