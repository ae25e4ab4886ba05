internal import ArgumentParser
internal import Reports
internal import Workbench

/// `ploy select`: the best of several strategies or variants, with a stated probability.
struct Select: Command {
  static let configuration = CommandConfiguration(
    abstract: "Find the best of several strategies or variants, with a promise.",
    usage: "ploy select <scenario> --kpi <name> --delta <width> [<options>]",
    discussion: """
      ploy select my-study --kpi cost_to_serve_per_order --delta 0.05
      ploy select my-study --kpi click_to_door_hours.p90 --delta 1 \\
        --strategy hub --vary strategies.hub.facilities.fc.pick.servers=4,6,8

      Replicates what is not ruled out yet. --delta is the smallest difference
      that matters. Up to 20 systems by KN and up to 100 by screening and KN,
      both with common random numbers; more by good selection. ocba spends a
      fixed budget and promises nothing.
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: ArgumentHelp("KPI that decides.", valueName: "name"))
  var kpi: String

  @Option(
    help: ArgumentHelp("Smallest difference that matters, in the KPI's unit.", valueName: "width"))
  var delta: Double

  @Option(help: ArgumentHelp("Probability of the promise.", valueName: "share"))
  var confidence = 0.95

  @Option(help: "Procedure. (default: by the number of systems)")
  var method: SelectRequest.Method?

  @Option(
    help: ArgumentHelp(
      "Replications of every system before any is ruled out.", valueName: "number"))
  var firstStage = 20

  @Option(
    help: ArgumentHelp("For ocba: replications in all. (default: 20 each)", valueName: "number"))
  var budget: Int?

  var color: ColorChoice { study.messages.color }

  func validate() throws {
    if !(delta > 0 && delta.isFinite) { throw ValidationError("--delta is above 0, not \(delta)") }
    if !(confidence > 0 && confidence < 1) {
      throw ValidationError("--confidence is between 0 and 1, not \(confidence)")
    }
    if !(2...10_000).contains(firstStage) {
      throw ValidationError("--first-stage is 2 to 10000, not \(firstStage)")
    }
    if let budget, !(4...10_000_000).contains(budget) {
      throw ValidationError("--budget is 4 to 10000000, not \(budget)")
    }
    if let budget, method != .ocba {
      throw ValidationError(
        "--budget \(budget) is for --method ocba; other methods take what they need")
    }
  }

  func perform(in context: Context) throws(Failure) -> ExitStatus {
    let request = SelectRequest(
      study: study.request, kpi: kpi, indifference: delta, confidence: confidence, method: method,
      firstStage: firstStage, budget: budget)
    return try study.run(in: context) { monitor throws(Failure) in
      try context.useCases.select(request, monitor)
    }
  }
}
