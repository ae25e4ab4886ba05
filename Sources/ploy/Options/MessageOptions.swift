internal import ArgumentParser
internal import Reports
internal import Workbench

/// Options of commands that only tell.
struct MessageOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "No warnings.")
  var quiet = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  /// Tells the problems of a scenario that can be run nevertheless.
  func warn(_ problems: Problems, in context: Context) {
    let errors = context.console.errors
    guard !quiet && !problems.isEmpty else { return }
    errors.write(
      problems.text(
        isColored: errors.isColored(color, context.console.environment),
        columns: errors.columns))
  }

  /// Writes a rendered result to a file, or to standard output.
  func write(to file: String?, in context: Context, _ render: (RenderOptions) -> String)
    throws(Failure)
  {
    let channel = context.console.output
    guard let file else {
      channel.write(
        render(
          RenderOptions(
            width: channel.columns,
            isColored: channel.isColored(color, context.console.environment))))
      return
    }
    try AtomicFile.write(render(RenderOptions(isColored: color == .always)), to: file)
    if !quiet { context.console.errors.write("wrote \(file)\n") }
  }
}
