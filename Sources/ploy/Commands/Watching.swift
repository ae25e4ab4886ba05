internal import Experiments
internal import Reports
internal import Workbench

/// Runs a use case with progress on standard error and Ctrl-C as a request to finish early.
func watch(
  _ useCase: UseCases.Run, _ request: RunRequest, _ output: OutputOptions, in context: Context
) throws(Failure) -> Summary {
  // Better now than after hours of running.
  if let file = output.output { try AtomicFile.check(file) }
  let cancellation = Cancellation()
  let display = output.quiet ? nil : ProgressDisplay(on: context.console.errors)
  let stopListening = context.interrupts.observe {
    cancellation.cancel()
    display?.interrupt(with: "finishing the running replications; Ctrl-C again stops at once")
  }
  defer {
    stopListening()
    display?.finish()
  }
  return try useCase(
    request,
    Monitor(
      cancellation: cancellation, progress: { display?.report($0) },
      warnings: { output.warn($0, in: context) }))
}
