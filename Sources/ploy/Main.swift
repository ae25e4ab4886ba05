internal import Foundation
internal import Workbench

/// The program: reads its arguments, runs one command, ends with its status.
@main
enum Main {
  static func main() {
    let context = Context(useCases: .standard, console: .standard, interrupts: .process)
    let status = Ploy.run(Array(CommandLine.arguments.dropFirst()), in: context)
    exit(status)
  }
}
