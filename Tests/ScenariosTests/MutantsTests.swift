import Foundation
import Mutations
import Testing

/// A sample of the campaign that `swift run -c release fuzz` makes, and what it has found.
@Suite struct MutantsTests {
  @Test func `mutated scenarios are refused with a place or valid, and never a fall`() throws {
    let mutator = Mutator(try Corpus.load(root: Package.root))
    var refused = 0
    for seed in 0..<UInt64(200) {
      let (source, bytes) = mutator.mutant(seed)
      let verdict = Trial.check(bytes, from: source)
      if verdict == .refused { refused += 1 }
      if case .fault(let text) = verdict { Issue.record("seed \(seed): \(text)") }
    }
    #expect((80...190).contains(refused), "mutants are neither all harmless nor all hopeless")
  }

  @Test func `a mutant is a function of its seed`() throws {
    let mutator = Mutator(try Corpus.load(root: Package.root))
    #expect(mutator.mutant(7).bytes == mutator.mutant(7).bytes)
    #expect(mutator.mutant(7).bytes != mutator.mutant(8).bytes)
  }

  @Test(
    arguments: try FileManager.default.contentsOfDirectory(atPath: regressions).sorted()
      .filter { $0.hasSuffix(".yaml") })
  func `a scenario that ploy once fell over is refused or runs`(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(regressions)/\(name)")))
    let source = SourceText(name: name, folder: regressions, text: "")
    let verdict = Trial.run(bytes, from: source)
    if case .fault(let text) = verdict { Issue.record("\(name): \(text)") }
  }
}

private let regressions = Package.root + "/Tests/ScenariosTests/Regressions"
