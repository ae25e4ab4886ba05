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
    context.warn(problems, isQuiet: quiet, color: color)
  }

  /// Writes a rendered result to a file, or to standard output.
  func write(to file: String?, in context: Context, _ render: (RenderOptions) -> String)
    throws(Failure)
  {
    let text = render(context.rendering(to: file, color: color))
    try context.write(text, to: file, isQuiet: quiet)
  }
}
