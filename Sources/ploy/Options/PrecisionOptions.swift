internal import ArgumentParser
internal import Statistics
internal import Workbench

/// Options of commands that may replicate until intervals are narrow enough.
struct PrecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Add replications until intervals are this narrow: 1% of the figure, or 0.5 in its unit.",
      valueName: "width"))
  var precision: PrecisionArgument?

  @Option(
    help: ArgumentHelp(
      "KPI that --precision is about; may be repeated. (default: the primary ones)",
      valueName: "name"))
  var kpi: [String] = []

  @Option(
    help: ArgumentHelp("Stop here whatever the precision.", valueName: "number"))
  var maxReplications = 1000

  func validate() throws {
    if !(2...1_000_000).contains(maxReplications) {
      throw ValidationError("--max-replications is 2 to 1000000, not \(maxReplications)")
    }
    if precision == nil && !kpi.isEmpty {
      throw ValidationError("--kpi says what --precision is about; give --precision too")
    }
  }

  var request: PrecisionRequest? {
    precision.map { PrecisionRequest($0.precision, kpis: kpi, maximum: maxReplications) }
  }
}

/// "1%" or "0.5".
struct PrecisionArgument: ExpressibleByArgument {
  let precision: Precision

  init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let percent = Double(argument.dropLast().filter { $0 != " " }), percent > 0,
        percent < 100
      else { return nil }
      precision = .relative(percent / 100)
    } else {
      guard let width = Double(argument), width > 0, width.isFinite else { return nil }
      precision = .absolute(width)
    }
  }
}

/// "cost_to_serve_per_order=0.05".
struct MarginArgument: ExpressibleByArgument {
  let kpi: String
  let margin: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=")
    guard parts.count == 2, let margin = Double(parts[1]), margin >= 0, margin.isFinite else {
      return nil
    }
    kpi = String(parts[0])
    self.margin = margin
  }
}

/// "orders_placed=9800".
struct ControlArgument: ExpressibleByArgument {
  let kpi: String
  let mean: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=")
    guard parts.count == 2, let mean = Double(parts[1]), mean.isFinite else { return nil }
    kpi = String(parts[0])
    self.mean = mean
  }
}

/// How the warm-up is set other than by the scenario.
enum WarmUpArgument: String, ExpressibleByArgument, CaseIterable {
  case auto
}
