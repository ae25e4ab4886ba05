internal import Experiments
internal import Reports
internal import Workbench

/// Runs something with progress on standard error and Ctrl-C as a request to finish early.
func monitored<Result>(
  isQuiet: Bool, in context: Context, _ body: (Monitor) throws(Failure) -> Result
) throws(Failure) -> Result {
  let cancellation = Cancellation()
  let display = isQuiet ? nil : ProgressDisplay(on: context.console.errors)
  let stopListening = context.interrupts.observe {
    cancellation.cancel()
    display?.interrupt(with: "finishing the running replications; Ctrl-C again stops at once")
  }
  defer {
    stopListening()
    display?.finish()
  }
  return try body(Monitor(cancellation: cancellation, progress: { display?.report($0) }))
}

/// Runs a use case that yields a report.
func watch(
  _ useCase: UseCases.Run, _ request: RunRequest, _ output: OutputOptions, in context: Context
) throws(Failure) -> Summary {
  try output.destination.check()
  return try monitored(isQuiet: output.quiet, in: context) { monitor throws(Failure) in
    var monitor = monitor
    monitor.warnings = { output.warn($0, in: context) }
    return try useCase(request, monitor)
  }
}
