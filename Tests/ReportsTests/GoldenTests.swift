import Foundation
import Reports
import Testing

/// Whole reports against the texts in Golden/. After an intended change, PLOY_WRITE_GOLDEN=1
/// writes them anew; read the difference before committing it.
@Suite struct GoldenTests {
  @Test(arguments: [96, 79, 60])
  func `the text report of a day-long race reads as agreed`(width: Int) throws {
    let text = ReportFormat.text.render(.launch, RenderOptions(width: width))
    try expectGolden(text, "launch-\(width).txt")
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func `the verbose report of dark stores is in minutes and marks what is missing`() throws {
    let text = ReportFormat.text.render(.city, RenderOptions(isVerbose: true))
    try expectGolden(text, "city-verbose.txt")
  }

  @Test func `colours are on marks and headings only`() throws {
    let options = RenderOptions(isColored: true)
    let text = ReportFormat.text.render(.launch, options)
    try expectGolden(text, "launch-color.txt")
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == ReportFormat.text.render(.launch, RenderOptions()))
  }

  @Test(arguments: ["json", "csv", "markdown"])
  func `formats for files read as agreed`(name: String) throws {
    let format = try #require(ReportFormat.named(name))
    try expectGolden(
      format.render(.launch, RenderOptions()), "launch.\(format.fileExtension)")
    try expectGolden(format.render(.city, RenderOptions()), "city.\(format.fileExtension)")
  }
}

func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["PLOY_WRITE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "\(name) differs", sourceLocation: sourceLocation)
}
