internal import ArgumentParser
internal import Reports
internal import Workbench

/// The command line of ploy.
struct Ploy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ploy",
    abstract: "Which way to deliver is faster and cheaper, and by how much?",
    discussion: """
      Start here:
        ploy init my-study                  write a small scenario to change
        ploy compare my-study               run its strategies and compare them

      More:
        ploy compare my-study --strategy hybrid --replications 50
        ploy compare my-study --format json -o result.json
        ploy report my-study --open         one page with charts, to read and to send
        ploy breakeven my-study --strategies a,b    at which volume b beats a
        ploy trace my-study --late          the life of an order that was late
        ploy validate my-study              check without running
        ploy describe dark_store            what a kind does, with all its parameters

      Exit codes:
        0 ok               1 failed check     3 a gate failed   4 inconclusive
        64 usage           65 bad scenario    66 missing input  70 our fault
        73 cannot write    75 try again      130 interrupted
      """,
    version: "ploy \(Version.current)",
    subcommands: [
      Compare.self, Run.self, Show.self, Reproduce.self, Diff.self, Export.self, Plan.self,
      ShardCommand.self,
      Collect.self, Missing.self, Submit.self, Report.self,
      Select.self, Sweep.self, Sensitivity.self,
      Optimize.self,
      BreakEvenCommand.self, Trace.self, Validate.self, Verify.self, Calibrate.self, Describe.self,
      Schema.self,
      Initialize.self,
    ])

  /// Runs one command line.
  ///
  /// - Returns: The exit code of the process.
  static func run(_ arguments: [String], in context: Context) -> Int32 {
    do {
      if let failure = unknownCommand(arguments) {
        context.console.report(failure, color: .auto)
        return failure.exitStatus.rawValue
      }
      var command = try parseAsRoot(arguments)
      if let command = command as? any Command {
        return command.execute(in: context).rawValue
      }
      // Help and completions, which the parser brings along.
      try command.run()
      return ExitStatus.success.rawValue
    } catch {
      let code = exitCode(for: error).rawValue
      let message = fullMessage(for: error)
      if !message.isEmpty {
        (code == 0 ? context.console.output : context.console.errors).write(message + "\n")
      }
      return code
    }
  }

  /// A first word that is no command, told better than as an unexpected argument.
  private static func unknownCommand(_ arguments: [String]) -> Failure? {
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return nil }
    let known = configuration.subcommands.map { $0._commandName }
    return known.contains(name) ? nil : .unknown(name: name, kind: "command", known: known)
  }
}

/// A subcommand that runs with everything it needs from outside handed in.
protocol Command: ParsableCommand {
  /// When to colour what goes to standard error.
  var color: ColorChoice { get }

  func perform(in context: Context) throws(Failure) -> ExitStatus
}

extension Command {
  var color: ColorChoice { .auto }

  /// Performs the command and tells what went wrong, if anything did.
  func execute(in context: Context) -> ExitStatus {
    do throws(Failure) {
      return try perform(in: context)
    } catch {
      context.console.report(error, color: color)
      return error.exitStatus
    }
  }
}

/// What commands work with.
struct Context: Sendable {
  var useCases: UseCases
  var console: Console
  var interrupts: Interrupts
}
