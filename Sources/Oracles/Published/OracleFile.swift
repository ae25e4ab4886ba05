public import Foundation

/// Oracles in JSON: groups of entries, each with an id, a model, its params and its exact values.
public struct OracleFile: Sendable {
  /// Cases to run. An entry may need several, which then share its id.
  public private(set) var cases: [OracleCase] = []
  /// Entries, or figures of entries, that are not run.
  public private(set) var skipped: [(id: String, why: String)] = []
  /// Entries of the file.
  public private(set) var entries: [PublishedOracle] = []

  public struct Malformed: Error {
    public let why: String
  }

  public init(_ data: Data) throws(Malformed) {
    let root: OracleValue
    do {
      root = try JSONDecoder().decode(OracleValue.self, from: data)
    } catch {
      throw Malformed(why: "it is not JSON")
    }
    entries = Self.entries(in: root)
    guard !entries.isEmpty else {
      throw Malformed(why: "it has no list of objects with 'id', 'model' and 'values'")
    }
    var seen: Set<String> = []
    var unseen: Set<String> = []
    for oracle in entries {
      guard seen.insert(oracle.id).inserted else {
        skipped.append((oracle.id, "a second oracle of this id"))
        continue
      }
      do throws(PublishedOracle.Gap) {
        let own = try OracleTemplate.cases(of: oracle)
        let shown = Set(own.flatMap { $0.checks.map(\.quantity) })
        guard !shown.isEmpty else {
          throw PublishedOracle.Gap("ploy has no KPI for any of its figures")
        }
        cases += own
        for figure in oracle.values.figures() where !shown.contains(figure.name) {
          // Of "base2.fill" the last part.
          unseen.insert(figure.name.split(separator: ".").last.map(String.init) ?? figure.name)
        }
      } catch {
        skipped.append((oracle.id, error.why))
      }
    }
    if !unseen.isEmpty {
      skipped.append(
        ("single figures", "no KPI shows " + unseen.sorted().joined(separator: ", ")))
    }
  }

  /// All objects that look like oracles, wherever lists of them are.
  private static func entries(in value: OracleValue) -> [PublishedOracle] {
    switch value {
    case .list(let items):
      items.flatMap { item in
        item.object.flatMap { PublishedOracle($0) }.map { [$0] } ?? []
      }
    case .object(let members):
      members.sorted { $0.key < $1.key }.flatMap { entries(in: $0.value) }
    case .number, .text, .nothing: []
    }
  }
}
