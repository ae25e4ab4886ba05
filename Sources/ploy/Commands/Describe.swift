internal import ArgumentParser
internal import Workbench

/// `ploy describe`: the reference, made from the same records that decode scenarios.
struct Describe: Command {
  static let configuration = CommandConfiguration(
    abstract: "Explain a kind, preset or key: what it does, its parameters, units and sources.",
    discussion: """
      ploy describe                 list everything there is to describe
      ploy describe dark_store
      ploy describe all             everything, as one Markdown page
      """)

  @Argument(help: "What to describe; nothing lists all topics.")
  var topic: String?

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    context.console.output.write(ending(try context.useCases.describe(topic)))
    return .success
  }
}

/// `ploy schema`: for editors that complete and check scenarios while one types.
struct Schema: Command {
  static let configuration = CommandConfiguration(
    abstract: "Write the JSON Schema of scenario files, for editors.",
    discussion: """
      ploy schema -o ploy.schema.json
      """)

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the schema to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let text = ending(context.useCases.schema())
    if let output {
      try AtomicFile.write(text, to: output)
    } else {
      context.console.output.write(text)
    }
    return .success
  }
}

/// With a newline at its end.
private func ending(_ text: String) -> String { text.hasSuffix("\n") ? text : text + "\n" }
