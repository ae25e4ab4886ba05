internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy optimize`: the best decisions that keep a service target.
struct Optimize: Command {
  static let configuration = CommandConfiguration(
    abstract: "Find the best whole-numbered decisions that keep limits.",
    usage: "ploy optimize <scenario> --kpi <name> --vary <path=range> [<options>]",
    discussion: """
      ploy optimize my-study --strategy hub --kpi cost_to_serve_per_order \\
        --subject-to 'on_time_rate>=95%' \\
        --vary strategies.hub.facilities.fc.pick.servers=2..12

      Searches by R-SPLINE on growing samples with common random numbers, then
      compares the most promising points on fresh replications.
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: ArgumentHelp("KPI to optimize.", valueName: "name"))
  var kpi: String

  @Option(
    help: ArgumentHelp(
      "Limit such as 'on_time_rate>=95%'; may be repeated.", valueName: "limit"))
  var subjectTo: [OptimizeRequest.Limit] = []

  @Option(help: ArgumentHelp("Replications in all.", valueName: "number"))
  var budget = 2000

  @Option(
    help: ArgumentHelp(
      "Replications of every candidate in the last comparison.", valueName: "number"))
  var finalReplications = 30

  @Option(help: ArgumentHelp("Points in the last comparison.", valueName: "number"))
  var candidates = 5

  @Option(
    help: ArgumentHelp(
      "Further starts at random, beside the scenario's own values.", valueName: "number"))
  var restarts = 1

  @Option(help: ArgumentHelp("Of all final statements together.", valueName: "share"))
  var confidence = 0.95

  var color: ColorChoice { study.messages.color }

  func validate() throws {
    if !(10...100_000_000).contains(budget) {
      throw ValidationError("--budget is 10 to 100000000, not \(budget)")
    }
    if !(5...100_000).contains(finalReplications) {
      throw ValidationError("--final-replications is 5 to 100000, not \(finalReplications)")
    }
    if !(1...50).contains(candidates) {
      throw ValidationError("--candidates is 1 to 50, not \(candidates)")
    }
    if !(0...100).contains(restarts) {
      throw ValidationError("--restarts is 0 to 100, not \(restarts)")
    }
    if !(confidence > 0.5 && confidence < 1) {
      throw ValidationError("--confidence is between 0.5 and 1, not \(confidence)")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let request = OptimizeRequest(
      study: study.request, kpi: kpi, limits: subjectTo, budget: budget,
      finalReplications: finalReplications, candidates: candidates, restarts: restarts,
      confidence: confidence)
    return try study.run(in: context) { monitor throws(Failure) in
      try context.useCases.optimize(request, monitor)
    }
  }
}
