internal import ArgumentParser
internal import Workbench

/// `ploy init`: a scenario to start from.
struct Initialize: Command {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a small scenario to start from.",
    discussion: """
      ploy init my-study && ploy compare my-study
      """)

  @Argument(help: "A new or empty folder.", completion: .directory)
  var folder: String

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let made = try context.useCases.initialize(folder)
    context.console.output.write(made.files.map { "wrote \($0)\n" }.joined())
    context.console.output.write("\nNext  ploy compare \(made.scenario)\n")
    return .success
  }
}
