public import ArgumentParser
public import RandomVariates
public import Reports
public import Workbench

extension GeneratorKind: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}

extension VerificationFormat: ExpressibleByArgument {}

extension CalibrationFormat: ExpressibleByArgument {}

extension BreakEvenFormat: ExpressibleByArgument {}

/// A format by its name.
struct FormatName: ExpressibleByArgument {
  let format: ReportFormat

  init?(argument: String) {
    guard let format = ReportFormat.named(argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { ReportFormat.all.map(\.name) }
  var defaultValueDescription: String { format.name }
}

extension FindingsFormat: ExpressibleByArgument {}

extension SelectRequest.Method: ExpressibleByArgument {}

extension SweepRequest.Design: ExpressibleByArgument {}

extension SensitivityRequest.Method: ExpressibleByArgument {}

extension OptimizeRequest.Limit: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Vary: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
