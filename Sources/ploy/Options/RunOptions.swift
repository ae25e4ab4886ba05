internal import ArgumentParser
internal import RandomVariates
internal import Workbench

/// Options of commands that run a scenario.
struct RunOptions: ParsableArguments {
  @Argument(
    help: "A scenario file, or a folder that holds scenario.yaml.", completion: .file())
  var scenario: String

  @Option(
    help: ArgumentHelp("Run this strategy only; may be repeated.", valueName: "name"))
  var strategy: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Replications of every strategy.", valueName: "number"))
  var replications: Int?

  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Threads to use; results do not depend on it. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Option(help: "Random number generator, to check that results do not hinge on it.")
  var generator: GeneratorKind?

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is 1 to 1000000, not \(replications)")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is 1 to 1024, not \(threads)")
    }
  }

  func request(baseline: String? = nil) -> RunRequest {
    var request = RunRequest(
      scenario: scenario, strategies: strategy, baseline: baseline, replications: replications,
      seed: seed, generator: generator)
    if let threads { request.threads = threads }
    return request
  }
}
