import Foundation
import Reports
import Testing
import Workbench

/// Charts as files of their own.
@Suite struct ChartFileTests {
  private func file(_ ending: String) -> String {
    FileManager.default.temporaryDirectory
      .appending(path: "ploy-chart-\(UInt32.random(in: 0 ... .max)).\(ending)").path
  }

  @Test(
    .enabled(if: InstalledRuntime.find() != nil, "needs vl-convert"),
    arguments: ["cost.svg", "delivery-time.png", "network.svg", "utilization.pdf"])
  func `charts become pictures`(name: String) throws {
    let parts = name.split(separator: ".").map(String.init)
    let format = try #require(ChartFile.Format(rawValue: parts[1]))
    let path = try ChartFile.write(parts[0], of: Studies.bangkok, as: format, to: file(parts[1]))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try Data(contentsOf: URL(filePath: path))
    let beginnings = ["svg": "<svg", "png": "\u{89}PNG", "pdf": "%PDF"]
    let begin = try #require(beginnings[parts[1]]).unicodeScalars.map { UInt8($0.value) }
    #expect(data.prefix(begin.count).elementsEqual(begin))
    #expect(data.count > 2000)
  }

  @Test func `a specification holds its figures and asks for nothing`() throws {
    let path = try ChartFile.write(
      "hours", of: Studies.bangkok, as: .vegaLite, to: file("vl.json"))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let rows = (object?["datasets"] as? [String: Any])?["table"] as? [Any]
    #expect((rows?.count ?? 0) >= 20)
    #expect(!text.contains("\"url\""))
  }

  @Test func `an unknown chart lists the known ones`() {
    #expect(throws: Failure.self) {
      try ChartFile.write("costs", of: Studies.bangkok, as: .vegaLite, to: file("vl.json"))
    }
    #expect(ChartFile.names(in: Studies.bangkok).contains("cost"))
    #expect(ChartFile.names(in: Studies.bangkok).contains("network"))
  }
}
