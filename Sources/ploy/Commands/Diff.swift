internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy diff`: what sets two studies apart.
struct Diff: Command {
  static let configuration = CommandConfiguration(
    abstract: "Tell what differs between two studies, in what was asked and in what was found.",
    discussion: """
      ploy diff before.sqlite after.sqlite

      Exits with 1 if they differ.
      """)

  @Argument(help: "A study.", completion: .file())
  var first: String

  @Argument(help: "Another study.", completion: .file())
  var second: String

  @OptionGroup var messages: MessageOptions

  var color: ColorChoice { messages.color }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let found = try context.useCases.difference(first, second)
    context.console.output.write(found.text)
    return found.isSame ? .success : .failedCheck
  }
}
