import Foundation
import Reports
import Testing
import Workbench

@testable import ploy

@Suite struct StreamsTests {
  @Test func `standard output holds the report and nothing else`() {
    let terminal = Terminal()
    let code = terminal.run("compare", "duel", scene: Scene(warnings: .oddity))
    #expect(code == 0)
    #expect(terminal.output == ReportFormat.text.render(.duel, RenderOptions()))
    #expect(terminal.errors.contains("warning: facility 'NJ3' is never used [unused-facility]"))
  }

  @Test func `quiet keeps warnings and progress to itself, not errors`() {
    let terminal = Terminal()
    #expect(terminal.run("compare", "duel", "-q", scene: Scene(warnings: .oddity)) == 0)
    #expect(terminal.errors == "")
    let failing = Terminal()
    #expect(failing.run("compare", "duel", "-q", scene: Scene(failure: .usage("no"))) == 64)
    #expect(failing.errors == "error: no\n")
  }

  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `every format can be asked for`(name: String) throws {
    let terminal = Terminal()
    #expect(terminal.run("compare", "duel", "--format", name) == 0)
    let format = try #require(ReportFormat.named(name))
    #expect(terminal.output == format.render(.duel, RenderOptions()))
  }

  @Test func `a file gets the report in the format of its ending, without colours`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).md").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let terminal = Terminal()
    #expect(terminal.run("compare", "duel", "-o", path, isTerminal: true) == 0)
    #expect(terminal.output == "")
    #expect(terminal.errors == "wrote \(path)\n")
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == ReportFormat.markdown.render(.duel, RenderOptions()))
  }

  @Test func `a file that cannot be written is told before anything runs`() {
    let terminal = Terminal()
    #expect(terminal.run("compare", "duel", "-o", "/no/such/folder/out.json") == 73)
    #expect(terminal.requests.isEmpty)
    #expect(terminal.errors.hasPrefix("error: cannot write /no/such/folder/out.json: "))
  }

  @Test func `colours follow the option, then the environment, then the terminal`() {
    func isColored(_ arguments: [String], isTerminal: Bool, _ environment: [String: String])
      -> Bool
    {
      let terminal = Terminal()
      _ =
        arguments.isEmpty
        ? terminal.run("compare", "duel", isTerminal: isTerminal, environment: environment)
        : terminal.run(
          "compare", "duel", "--color", arguments[0], isTerminal: isTerminal,
          environment: environment)
      return terminal.output.contains("\u{1B}[")
    }
    #expect(isColored([], isTerminal: true, [:]))
    #expect(!isColored([], isTerminal: false, [:]))
    #expect(!isColored([], isTerminal: true, ["NO_COLOR": "1"]))
    #expect(isColored(["always"], isTerminal: false, ["NO_COLOR": "1"]))
    #expect(!isColored(["never"], isTerminal: true, ["FORCE_COLOR": "1"]))
  }

  @Test func `validate, describe, schema and init write what they found to standard output`() {
    let validate = Terminal()
    #expect(validate.run("validate", "duel", scene: Scene(warnings: .oddity)) == 0)
    #expect(validate.output == "duel: 2 strategies\n")
    #expect(validate.errors.contains("never used"))
    let describe = Terminal()
    #expect(describe.run("describe", "dark_store") == 0)
    #expect(describe.output == "dark_store: a store without shoppers\n")
    let topics = Terminal()
    #expect(topics.run("describe") == 0)
    #expect(topics.output == "dark_store\n")
    let schema = Terminal()
    #expect(schema.run("schema") == 0)
    #expect(schema.output == "{}\n")
    let start = Terminal()
    #expect(start.run("init", "study") == 0)
    #expect(start.output == "wrote study/scenario.yaml\n\nNext  ploy compare study\n")
  }
}
