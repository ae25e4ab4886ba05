internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy sweep`: variants of a scenario by a design, with effects and metamodels.
struct Sweep: Command {
  static let configuration = CommandConfiguration(
    abstract: "Run variants of a scenario by a design, and tell effects.",
    usage: "ploy sweep <scenario> --vary <path=values> [<options>]",
    discussion: """
      ploy sweep my-study --strategy hub \\
        --vary strategies.hub.facilities.fc.pick.servers=4,6,8
      ploy sweep my-study --design latin --points 40 --vary ... --vary ...

      Any parameter can vary: list its values, or give a range low..high. All
      variants meet the same customers and the same luck. Two levels give
      effects, more give a metamodel with a test whether it fits.
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: "How combinations are chosen.")
  var design: SweepRequest.Design = .full

  @Option(
    help: ArgumentHelp(
      "KPI to analyze; may be repeated. (default: cost and mean click to door)",
      valueName: "name"))
  var kpi: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Replications of every variant.", valueName: "number"))
  var replications: Int?

  @Option(help: ArgumentHelp("Points of a latin or sobol design.", valueName: "number"))
  var points = 32

  @Option(help: ArgumentHelp("Least resolution of a fraction, 3 to 5.", valueName: "number"))
  var resolution = 4

  var color: ColorChoice { study.messages.color }

  func validate() throws {
    if let replications, !(1...1_000_000).contains(replications) {
      throw ValidationError("--replications is 1 to 1000000, not \(replications)")
    }
    if !(2...2000).contains(points) {
      throw ValidationError("--points is 2 to 2000, not \(points)")
    }
    if !(3...5).contains(resolution) {
      throw ValidationError("--resolution is 3 to 5, not \(resolution)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let request = SweepRequest(
      study: study.request, design: design, kpis: kpi, replications: replications, points: points,
      resolution: resolution)
    return try study.run(in: context) { monitor throws(Failure) in
      try context.useCases.sweep(request, monitor)
    }
  }
}
