import Foundation
import RandomVariates
import Testing
import Workbench

@testable import ploy

@Suite struct CommandLineTests {
  @Test func `every option of compare reaches the request`() throws {
    let terminal = Terminal()
    let code = terminal.run(
      "compare", "duel", "--baseline", "amazon", "--strategy", "a", "--strategy", "b", "-r", "12",
      "--seed", "18446744073709551615", "--threads", "3", "--generator", "mrg32k3a")
    #expect(code == 0)
    #expect(
      terminal.requests == [
        RunRequest(
          scenario: "duel", strategies: ["a", "b"], baseline: "amazon", replications: 12,
          seed: .max, generator: .mrg32k3a, threads: 3)
      ])
  }

  @Test func `what is not given is left to the scenario, and all cores are used`() throws {
    let terminal = Terminal()
    #expect(terminal.run("run", "duel") == 0)
    let request = try #require(terminal.requests.first)
    #expect(request == RunRequest(scenario: "duel"))
    #expect(request.threads == ProcessInfo.processInfo.activeProcessorCount)
  }

  @Test(arguments: [[], ["--help"], ["help"]])
  func `without a command one meets examples before options`(arguments: [String]) throws {
    let terminal = Terminal()
    let code = arguments.isEmpty ? terminal.run() : terminal.run(arguments[0])
    #expect(code == 0)
    #expect(terminal.errors == "")
    let example = try #require(terminal.output.range(of: "ploy compare my-study"))
    let usage = try #require(terminal.output.range(of: "USAGE:"))
    #expect(example.lowerBound < usage.lowerBound)
  }

  @Test(arguments: [
    "compare", "run", "select", "sweep", "sensitivity", "optimize", "breakeven", "validate",
    "verify", "describe", "schema", "init",
  ])
  func `the help of every command starts with what it does and an example`(name: String) throws {
    let terminal = Terminal()
    #expect(terminal.run(name, "--help") == 0)
    #expect(terminal.output.hasPrefix("OVERVIEW: "))
    let example = try #require(terminal.output.range(of: "\nploy \(name) "))
    let usage = try #require(terminal.output.range(of: "USAGE: ploy \(name) "))
    #expect(example.lowerBound < usage.lowerBound)
    for line in terminal.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `the version is the one that results carry`() {
    let terminal = Terminal()
    #expect(terminal.run("--version") == 0)
    #expect(terminal.output == "ploy \(Version.current)\n")
  }

  @Test func `an unknown command is told with its neighbour`() {
    let terminal = Terminal()
    _ = terminal.run("comparee", "duel")
    #expect(
      terminal.errors.hasPrefix("error: unknown command 'comparee'; did you mean 'compare'?\n"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `shells get completions`(shell: String) {
    let terminal = Terminal()
    #expect(terminal.run("--generate-completion-script", shell) == 0)
    #expect(terminal.output.contains("require-conclusive"))
  }
}
