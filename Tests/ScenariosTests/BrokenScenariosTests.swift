import Foundation
import ScenarioFile
import Testing

/// Every file of Scenarios/broken is wrong in the way its name says; what ploy says of it is in Golden/.
/// After an intended change, PLOY_WRITE_GOLDEN=1 writes the texts anew; read the difference.
@Suite struct BrokenScenariosTests {
  @Test(arguments: try Package.scenarios(in: Package.broken))
  func `a broken scenario is refused with the problem in its name`(name: String) throws {
    let terminal = Terminal()
    let code = code(of: name)
    let isInput = ["missing-file", "unreadable-file"].contains(code)
    #expect(terminal.run("validate", "\(Package.broken)/\(name)") == (isInput ? 66 : 65))
    #expect(terminal.output == "")
    #expect(terminal.errors.contains("[\(code)]"))
    let others = terminal.errors.matches(of: /\[([a-z-]+)\]\n/).filter { $0.1 != code }
    #expect(others.isEmpty, "only one thing is wrong")
    try expectGolden(terminal.errors, "\(name).txt")
  }

  @Test(arguments: try Package.scenarios(in: Package.broken + "/warnings"))
  func `an odd scenario is accepted with the warning in its name`(name: String) throws {
    let terminal = Terminal()
    #expect(terminal.run("validate", "\(Package.broken)/warnings/\(name)") == 0)
    #expect(terminal.errors.contains("warning: "))
    #expect(
      terminal.errors.hasSuffix("[\(code(of: name))]\n") || terminal.errors.contains("1 warning."))
    #expect(terminal.errors.contains("[\(code(of: name))]"))
    try expectGolden(terminal.errors, "warnings.\(name).txt")
  }

  @Test func `there is a broken scenario for every problem of the reader`() throws {
    let names = Set(try Package.scenarios(in: Package.broken).map(code))
    // No parameter of a scenario is a pair of degrees, and paths belong to experiments.
    let elsewhere: Set<Code> = [.badCoordinate, .unknownPath]
    let missing = Code.allCases.filter { !elsewhere.contains($0) && !names.contains($0.rawValue) }
    #expect(missing.isEmpty)
  }

  @Test func `there is a scenario for every problem of the model`() throws {
    let errors = Set(try Package.scenarios(in: Package.broken).map(code))
    let warnings = Set(try Package.scenarios(in: Package.broken + "/warnings").map(code))
    let folder = Package.root + "/Sources/Fulfillment"
    let files = try #require(FileManager.default.enumerator(atPath: folder))
    var reported: [String: Set<String>] = ["error": [], "warning": []]
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      for match in text.matches(of: /(error|warning)\(\s*"([a-z]+(?:-[a-z]+)*)",/) {
        reported[String(match.1)]!.insert(String(match.2))
      }
    }
    // Two names with one 64-bit key: nobody can write that on purpose.
    reported["error"]!.remove("purpose-collision")
    #expect(reported["error"]!.count > 20)
    // That takes two names with one 64-bit hash.
    let unwritable: Set<String> = ["purpose-collision"]
    #expect(reported["error"]!.subtracting(errors).subtracting(unwritable).isEmpty)
    #expect(reported["warning"]!.subtracting(warnings).isEmpty)
  }

  @Test(arguments: try Package.scenarios(in: Package.broken))
  func `a broken scenario says on top what is wrong`(name: String) throws {
    let path = "\(Package.broken)/\(name)"
    let file = name.hasSuffix(".yaml") ? path : path + "/scenario.yaml"
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(bytes.starts(with: Data("# ".utf8)))
    #expect(bytes.prefix { $0 != 0x0A }.count <= 100)
  }

  /// "too-large" of "too-large.sites.yaml".
  private func code(of name: String) -> String { String(name.prefix { $0 != "." }) }
}

private func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = text.replacing(Package.root + "/", with: "")
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["PLOY_WRITE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden, "\(name) differs", sourceLocation: sourceLocation)
}
