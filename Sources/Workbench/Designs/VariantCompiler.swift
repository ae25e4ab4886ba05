internal import Diagnostics
internal import Foundation
internal import Fulfillment
internal import ScenarioFile

/// A scenario with some of its values replaced, compiled for the strategies a study needs.
///
/// Files are those that were read when the study began, whatever becomes of them meanwhile. Variants are
/// compiled one at a time: they share the tables that were read, which the lock guards.
final class VariantCompiler: @unchecked Sendable {
  /// Parameters by their paths, with the text of their new value.
  typealias Setting = (path: String, text: String)

  private let loaded: LoadedScenario
  /// Names of the strategies to compile; the others are left out.
  private let strategies: [String]
  private let lock = NSLock()

  init(_ loaded: LoadedScenario, strategies: [String]) {
    self.loaded = loaded
    self.strategies = strategies
  }

  /// - Throws: `problems` if the scenario cannot be run with these values.
  func model(_ settings: [Setting]) throws(Failure) -> Model {
    lock.lock()
    defer { lock.unlock() }
    guard var root = loaded.document.root else { throw .usage("the scenario is empty") }
    do throws(Diagnostic) {
      for (path, text) in settings {
        root = try root.replacing(
          path, with: Node(text: text, at: SourceLocation(file: "--vary \(path)=\(text)")))
      }
    } catch {
      throw .problems(Problems([error], in: loaded.document.sources))
    }
    return try loaded.model(of: root, strategies: strategies)
  }
}
