public import Reports

/// What ploy can do, as functions that the command line and the web share.
public struct UseCases: Sendable {
  public typealias Run = @Sendable (RunRequest, Monitor) throws(Failure) -> Summary

  /// Runs strategies with common random numbers and compares them with the baseline.
  public var compare: Run
  /// Runs the requested strategy, or all of them, and compares nothing.
  public var run: Run
  /// Checks a scenario without running it.
  ///
  /// - Throws: ``Failure/problems(_:)`` if it cannot be run.
  public var validate: @Sendable (_ scenario: String) throws(Failure) -> Validation
  /// The reference page of a kind, preset or parameter; nil: the list of all pages.
  public var describe: @Sendable (_ topic: String?) throws(Failure) -> String
  /// The JSON Schema of scenario files.
  public var schema: @Sendable () -> String
  /// Writes a scenario to start from into a new or empty folder.
  public var initialize: @Sendable (_ folder: String) throws(Failure) -> Initialized
  /// Runs models with known answers through the kernel.
  public var verify: @Sendable (VerifyRequest, Monitor) throws(Failure) -> VerificationSummary = {
    request, monitor throws(Failure) in try Verification.run(request, monitor)
  }
  /// Sets published figures beside simulated ones.
  public var calibrate:
    @Sendable (CalibrateRequest, Monitor) throws(Failure) -> CalibrationSummary =
      { request, monitor throws(Failure) in try Calibration.run(request, monitor) }
  /// Follows one order of a scenario, or lists some.
  public var trace: @Sendable (TraceRequest) throws(Failure) -> TraceResult = {
    request throws(Failure) in try Tracing.run(request)
  }

  /// Selects the best of several systems.
  public var select: @Sendable (SelectRequest, Monitor) throws(Failure) -> Findings = {
    request, monitor throws(Failure) in try UseCases.select(request, monitor)
  }
  /// Runs variants by a design and tells effects.
  public var sweep: @Sendable (SweepRequest, Monitor) throws(Failure) -> Findings = {
    request, monitor throws(Failure) in try UseCases.sweep(request, monitor)
  }
  /// Tells which parameters matter.
  public var sensitivity: @Sendable (SensitivityRequest, Monitor) throws(Failure) -> Findings = {
    request, monitor throws(Failure) in try UseCases.sense(request, monitor)
  }
  /// Finds the best whole-numbered decisions that keep limits.
  public var optimize: @Sendable (OptimizeRequest, Monitor) throws(Failure) -> Findings = {
    request, monitor throws(Failure) in try UseCases.optimize(request, monitor)
  }
  /// Looks for the level of a parameter at which two strategies change places.
  public var breakEven: @Sendable (BreakEvenRequest, Monitor) throws(Failure) -> BreakEvenSummary =
    {
      request, monitor throws(Failure) in try BreakEven.run(request, monitor)
    }

  /// Finds the scripts that draw charts; nil where they are not installed.
  public var chartRuntime: @Sendable () -> ChartRuntime? = { InstalledRuntime.find() }

  /// The summary of a study in a file, as the run that made it told it.
  public var show: @Sendable (_ study: String) throws(Failure) -> Summary = {
    path throws(Failure) in try Studies.show(path)
  }
  /// Runs a study again and compares run by run.
  public var reproduce:
    @Sendable (_ study: String, _ replications: Int?, _ threads: Int?, Monitor) throws(Failure)
      -> Reproduction = { path, replications, threads, monitor throws(Failure) in
        try Studies.reproduce(path, replications: replications, threads: threads, monitor)
      }
  /// Tells what sets two studies apart.
  public var difference:
    @Sendable (_ first: String, _ second: String) throws(Failure) -> StudyDifference = {
      first, second throws(Failure) in try Studies.difference(first, second)
    }
  /// A study in a format of other programs.
  public var export: @Sendable (_ study: String, ExportFormat) throws(Failure) -> [UInt8] = {
    path, format throws(Failure) in try Studies.export(path, format)
  }

  public init(
    compare: @escaping Run, run: @escaping Run,
    validate: @escaping @Sendable (_ scenario: String) throws(Failure) -> Validation,
    describe: @escaping @Sendable (_ topic: String?) throws(Failure) -> String,
    schema: @escaping @Sendable () -> String,
    initialize: @escaping @Sendable (_ folder: String) throws(Failure) -> Initialized
  ) {
    self.compare = compare
    self.run = run
    self.validate = validate
    self.describe = describe
    self.schema = schema
    self.initialize = initialize
  }
}

/// A scenario that can be run.
public struct Validation: Sendable {
  /// One line such as "us-launch: 6 strategies × 30 replications, 60 d (14 d warm-up)".
  public var headline: String
  /// Warnings only.
  public var warnings: Problems

  public init(headline: String, warnings: Problems) {
    self.headline = headline
    self.warnings = warnings
  }
}

/// A scenario that was just made.
public struct Initialized: Sendable {
  /// Paths of the files written.
  public var files: [String]
  /// What to give to `ploy compare`.
  public var scenario: String

  public init(files: [String], scenario: String) {
    self.files = files
    self.scenario = scenario
  }
}
