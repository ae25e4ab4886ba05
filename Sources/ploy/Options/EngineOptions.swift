internal import ArgumentParser
internal import RandomVariates

/// Options of how replications are run, whatever they are for.
struct EngineOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Root of all random streams.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Threads to use; results do not depend on it. (default: all cores)", valueName: "number"))
  var threads: Int?

  @Option(help: "Random number generator, to check that results do not hinge on it.")
  var generator: GeneratorKind?

  func validate() throws { try EngineOptions.check(threads: threads) }

  static func check(threads: Int?) throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is 1 to 1024, not \(threads)")
    }
  }
}
