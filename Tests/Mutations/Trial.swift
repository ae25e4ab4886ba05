internal import Diagnostics
internal import Foundation
internal import Fulfillment
internal import Reports
internal import ScenarioFile
internal import Workbench

/// What becomes of one mutated scenario; whatever it is, the program must not fall.
public enum Verdict: Equatable, Sendable {
  /// Refused, with a place for every problem.
  case refused
  case valid
  /// Run and reported in every format.
  case ran
  /// What should not be.
  case fault(String)
}

/// Checks one mutant, and runs it if asked to and if it is small.
public enum Trial {
  /// Checks a scenario in memory.
  public static func check(_ bytes: [UInt8], from source: SourceText) -> Verdict {
    verdict(bytes, source).verdict
  }

  /// Checks a scenario, and if that is short runs it twice and writes all reports.
  public static func run(_ bytes: [UInt8], from source: SourceText) -> Verdict {
    let (verdict, model) = verdict(bytes, source)
    guard verdict == .valid, let model, isShort(model) else { return verdict }
    let folder = FileManager.default.temporaryDirectory.appending(path: "ploy-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      try copyTables(from: source.folder, to: folder)
      try Data(bytes).write(to: URL(filePath: folder + "/scenario.yaml"))
    } catch {
      return .fault("cannot prepare the run: \(error)")
    }
    let request = RunRequest(scenario: folder, replications: 2, threads: 1)
    do throws(Failure) {
      let summary = try UseCases.standard.compare(request, Monitor())
      for format in ReportFormat.all { _ = format.render(summary, RenderOptions()) }
      return .ran
    } catch {
      return .fault(error.text(isColored: false, columns: 96))
    }
  }

  private static func verdict(_ bytes: [UInt8], _ source: SourceText) -> (
    verdict: Verdict, model: Model?
  ) {
    let document = ScenarioLoader.load(
      bytes: bytes, named: source.folder + "/scenario.yaml", presets: Presets.text,
      presetNames: Presets.all.map(\.name))
    let sink = document.sink
    var model: Model?
    if let scenario = document.decode(Scenario.self), !sink.hasErrors {
      model = Model(scenario, sink: sink)
    }
    let text = DiagnosticRenderer().render(sink, sources: document.sources)
    if let lost = sink.diagnostics.first(where: { $0.location == nil }) {
      return (.fault("no place: \(lost)"), nil)
    }
    if sink.hasErrors { return (text.isEmpty ? .fault("no text") : .refused, nil) }
    guard let model else { return (.fault("neither a model nor a problem"), nil) }
    return (.valid, model)
  }

  /// Whether a run takes seconds at most.
  private static func isShort(_ model: Model) -> Bool {
    let experiment = model.scenario.experiment
    let days = (experiment.warmUp + experiment.window + experiment.drain) / 86400
    return model.expectedOrders < 20_000 && days < 400
  }

  private static func copyTables(from source: String, to folder: String) throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in try manager.contentsOfDirectory(atPath: source) where name.hasSuffix(".csv") {
      try manager.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder)/\(name)")
    }
  }
}
