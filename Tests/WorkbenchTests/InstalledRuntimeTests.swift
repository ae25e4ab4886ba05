import Foundation
import Reports
import Testing

@testable import Workbench

/// Where the script that draws charts is looked for.
@Suite struct InstalledRuntimeTests {
  private static let script =
    "lib/python3.11/site-packages/js_lib_vega_embed/static/js_lib_vega_embed/vega-embed-full.js"

  /// Writes a script under a prefix.
  private func install(_ text: String, in prefix: URL) throws {
    let file = prefix.appending(path: Self.script)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func `the variable goes first, then environments of the folder, then an active one`() throws
  {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "ploy-runtime-\(UInt32.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: root) }
    let folder = root.appending(path: "project/deep/down")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let active = root.appending(path: "active")
    try install("active", in: active)
    func found(_ environment: [String: String] = [:]) -> String? {
      var environment = environment
      environment["VIRTUAL_ENV"] = active.path
      environment["HOME"] = root.path
      return InstalledRuntime.find(environment: environment, folder: folder.path, program: nil)?
        .source
    }
    #expect(found() == "active")
    try install("project", in: root.appending(path: "project/.venv"))
    #expect(found() == "project")
    let own = root.appending(path: "own.js")
    try Data("own".utf8).write(to: own)
    #expect(found(["PLOY_CHART_RUNTIME": own.path]) == "own")
    #expect(found(["PLOY_CHART_RUNTIME": ""]) == nil)
    #expect(found(["PLOY_CHART_RUNTIME": "/nowhere"]) == nil)
  }
}
