internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy validate`: checks without running.
struct Validate: Command {
  static let configuration = CommandConfiguration(
    abstract: "Check a scenario and report everything that is wrong, without running it.",
    discussion: """
      ploy validate Scenarios/us-launch
      """)

  @Argument(
    help: "A scenario file, or a folder that holds scenario.yaml.", completion: .file())
  var scenario: String

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let validation = try context.useCases.validate(scenario)
    let errors = context.console.errors
    if !messages.quiet && !validation.warnings.isEmpty {
      errors.write(
        validation.warnings.text(
          isColored: errors.isColored(messages.color, context.console.environment),
          columns: errors.columns))
    }
    context.console.output.write("\(validation.headline)\n")
    return .success
  }
}
