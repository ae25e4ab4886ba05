import Foundation
import Reports
import Testing
import Workbench

@Suite struct ThreadsTests {
  @Test func `one, two and eight threads give equal fingerprints`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ploy-threads-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try UseCases.standard.initialize(folder.path)
    let summaries = try [1, 2, 8].map { threads in
      try UseCases.standard.compare(
        RunRequest(scenario: folder.path, replications: 8, threads: threads), Monitor())
    }
    #expect(Set(summaries.map(\.fingerprint)).count == 1)
    #expect(
      summaries[0].strategies.map { $0.kpis.map(\.mean) }
        == summaries[2].strategies.map { $0.kpis.map(\.mean) })
    let other = try UseCases.standard.compare(
      RunRequest(scenario: folder.path, replications: 8, seed: 2, threads: 2), Monitor())
    #expect(other.fingerprint != summaries[0].fingerprint)
  }
}
