import Foundation
import Synchronization
import Workbench

@testable import ploy

/// The real program in process, with its two streams kept.
final class Terminal: Sendable {
  private let texts = Mutex<(output: String, errors: String)>(("", ""))

  var output: String { texts.withLock { $0.output } }
  var errors: String { texts.withLock { $0.errors } }

  /// Runs one command line and returns its exit code.
  func run(_ arguments: String...) -> Int32 {
    let console = Console(
      output: Channel(isTerminal: false, columns: 96) { text in
        self.texts.withLock { $0.output += text }
      },
      errors: Channel(isTerminal: false, columns: 96) { text in
        self.texts.withLock { $0.errors += text }
      }, environment: [:])
    return Ploy.run(
      arguments, in: Context(useCases: .standard, console: console, interrupts: .none))
  }
}

/// Folders of the package.
enum Package {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let scenarios = root + "/Scenarios"
  static let broken = scenarios + "/broken"

  /// Entries of a folder that are scenarios, sorted.
  static func scenarios(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
      $0.hasSuffix(".yaml")
        || FileManager.default.fileExists(atPath: "\(folder)/\($0)/scenario.yaml")
    }
  }
}

/// Runs `body` with a folder of its own that is gone afterwards.
func withFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ploy-\(UUID())").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

/// A small scenario that runs, with some texts replaced.
func scenario(_ changes: (String, String)...) -> String {
  changes.reduce(small) { $0.replacing($1.0, with: $1.1, maxReplacements: 1) }
}

private let small = """
  name: small
  experiment: {window: 2 d, drain: 20 d, replications: 2}
  market:
    geometry: plane
    zones:
      - {name: north, x: 0 km, y: 10 km}
      - {name: south, x: 0 km, y: 0 km, weight: 2}
    sellers:
      shop: {places: [{name: home, x: 0 km, y: 0 km}], skus: 5}
    demand:
      web: {kind: shelf, seller: shop, rate: 200 orders/day}
  strategies:
    direct:
      facilities:
        store: {kind: dark_store, clusters: 1}
      last_mile:
        post: {kind: parcel_carrier, transit: 2 d, base: 4 USD}
      paths: [{from: store, last_mile: post}]
      sourcing: [{from: store}]

  """
