internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy sensitivity`: which parameters matter.
struct Sensitivity: Command {
  static let configuration = CommandConfiguration(
    abstract: "Tell which parameters matter for a KPI.",
    usage: "ploy sensitivity <scenario> --kpi <name> --vary <path=range> [<options>]",
    discussion: """
      ploy sensitivity my-study --strategy hub --kpi cost_to_serve_per_order \\
        --vary strategies.hub.facilities.fc.pick.servers=2..8

      morris screens many parameters by elementary effects; sobol tells the
      share of the variance that each causes, alone and in total.
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: ArgumentHelp("KPI to explain.", valueName: "name"))
  var kpi: String

  @Option(help: "How.")
  var method: SensitivityRequest.Method = .morris

  @Option(
    name: [.short, .long], help: ArgumentHelp("Replications of every point.", valueName: "number"))
  var replications = 2

  @Option(
    help: ArgumentHelp(
      "Trajectories (morris), or points of each of eight sequences (sobol).", valueName: "number"))
  var samples = 16

  var color: ColorChoice { study.messages.color }

  func validate() throws {
    if !(1...10_000).contains(replications) {
      throw ValidationError("--replications is 1 to 10000, not \(replications)")
    }
    if !(2...4096).contains(samples) {
      throw ValidationError("--samples is 2 to 4096, not \(samples)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let request = SensitivityRequest(
      study: study.request, method: method, kpi: kpi, replications: replications,
      samples: samples)
    return try study.run(in: context) { monitor throws(Failure) in
      try context.useCases.sensitivity(request, monitor)
    }
  }
}
