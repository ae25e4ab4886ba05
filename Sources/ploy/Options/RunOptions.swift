internal import ArgumentParser
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

  @OptionGroup var engine: EngineOptions

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is 1 to 1000000, not \(replications)")
    }
  }

  func request(baseline: String? = nil) -> RunRequest {
    var request = RunRequest(
      scenario: scenario, strategies: strategy, baseline: baseline, replications: replications,
      seed: engine.seed, generator: engine.generator)
    if let threads = engine.threads { request.threads = threads }
    return request
  }
}
