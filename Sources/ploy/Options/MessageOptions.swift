internal import ArgumentParser
internal import Reports

/// Options of commands that only tell.
struct MessageOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "No warnings.")
  var quiet = false

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto
}
