internal import Reports
internal import Workbench

/// What all commands tell their user, and where.
extension Context {
  /// Tells the problems of a scenario that can be run nevertheless.
  func warn(_ problems: Problems, isQuiet: Bool, color: ColorChoice) {
    let errors = console.errors
    guard !isQuiet && !problems.isEmpty else { return }
    errors.write(
      problems.text(
        isColored: errors.isColored(color, console.environment), columns: errors.columns))
  }

  /// How a result looks that goes to a file, or without one to standard output.
  func rendering(to file: String?, color: ColorChoice) -> RenderOptions {
    guard file == nil else { return RenderOptions(isColored: color == .always) }
    return RenderOptions(
      width: console.output.columns, isColored: console.output.isColored(color, console.environment)
    )
  }

  /// Writes a result to a file, or without one to standard output.
  func write(_ text: String, to file: String?, isQuiet: Bool) throws(Failure) {
    guard let file else {
      console.output.write(text)
      return
    }
    try AtomicFile.write(text, to: file)
    tellWritten(file, isQuiet: isQuiet)
  }

  func tellWritten(_ file: String, isQuiet: Bool) {
    if !isQuiet { console.errors.write("wrote \(file)\n") }
  }
}
