import Diagnostics
import Foundation
import ScenarioFile
import Testing

@Test("the reference shows units, bounds, standard values and sources")
func referenceText() {
  #expect(
    ReferenceText.describe(RecordDescription(Process.self)) == """
      Process: Work done by parallel servers with one queue.

        parameter  type                  bounds             standard  source  summary
        servers    whole number          from 0 to 1000000  1                 \
      People or machines working at the same time.
        time       law [min]                                1 min     [PICK]  Work per unit.
        wage       USD/h                 >= 0 USD/h         21 USD/h  [PAY]   Paid per staffed hour.
        share      share                 0 % to 100 %       25 %              \
      Share of units that need it.
        limit      whole number or null  >= 1               none              Places in the queue.
        patience   law [min] or null                        none              \
      How long a customer waits.

      """)
  #expect(
    ReferenceText.describe(siteKinds.description) == """
        kind        summary
        dark_store  A small store for couriers.
        hub         Where parcels change vehicles.

      """)
  #expect(ReferenceText.describe(siteKinds.description.kinds[1]).contains("required"))
  #expect(
    ReferenceText.markdown(RecordDescription(Process.self)).contains(
      "| `wage` | USD/h | >= 0 USD/h | 21 USD/h | [PAY] | Paid per staffed hour. |"))
}

@Test("every parameter has a path and kinds say which facility it belongs to")
func parameterPaths() {
  let paths = Sample.allParameterPaths
  func find(_ path: String) -> ParameterPath? { paths.first { $0.path == path } }
  #expect(find("pick.servers")?.isFactor == true)
  #expect(find("title")?.isFactor == false)
  #expect(find("sites.*.pick.wage")?.kinds == ["dark_store"])
  #expect(find("sites.*.next")?.kinds == ["hub"])
  #expect(find("steps.#.time")?.isFactor == true)
  #expect(find("zones.*.weight") != nil)
  #expect(find("site_list.#.radius") != nil)
  #expect(find("speed")?.isFactor == true)
  #expect(find("pack.servers") != nil)
}

@Test("the schema is JSON, defines every record once and names every key")
func schema() throws {
  let schema = JSONSchema.document(for: Sample.self)
  let text = schema.text()
  let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  let root = try #require(parsed)
  #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  let definitions = try #require(root["$defs"] as? [String: Any])
  #expect(
    definitions.keys.sorted() == [
      "Process", "Zone", "facility_kind", "facility_kind.dark_store", "facility_kind.hub",
    ])
  let properties = try #require(root["properties"] as? [String: Any])
  #expect(properties.count == Sample.parameters.count + 1)
  let references = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.output.1) }
  #expect(Set(references).isSubset(of: Set(definitions.keys)))
  #expect(schema["$defs"]?["facility_kind.hub"]?["properties"]?["kind"]?["const"] == "hub")
  #expect(
    schema["$defs"]?["Process"]?["properties"]?["wage"]?["description"]
      == "Paid per staffed hour. Standard: 21 USD/h. [PAY]")
}

@Test("patterns of the schema take every usual way to write a quantity")
func patterns() throws {
  let schema = JSONSchema.document(for: Sample.self)
  func pattern(_ record: String, _ name: String) throws -> Regex<AnyRegexOutput> {
    let text = try #require(schema["$defs"]?[record]?["properties"]?[name]).text()
    let match = try #require(text.firstMatch(of: /"pattern": ("(?:[^"\\]|\\.)*")/))
    let literal = try JSONDecoder().decode(String.self, from: Data(match.output.1.utf8))
    return try Regex(literal)
  }
  let time = try pattern("Process", "time")
  for text in ["3 min", "2 h 30 min", "45min", "1e3 s", ".5 h"] {
    #expect(text.firstMatch(of: time) != nil, "\(text)")
  }
  for text in ["3", "3 kg", "fast"] { #expect(text.firstMatch(of: time) == nil, "\(text)") }
  let wage = try pattern("Process", "wage")
  #expect("21 USD/h".firstMatch(of: wage) != nil)
  #expect("21".firstMatch(of: wage) == nil)
}

@Test("records that hold their own type are described without end")
func recursion() {
  #expect(JSONSchema.document(for: Tree.self)["$defs"]?["Tree"] != nil)
  #expect(Tree.allParameterPaths.map(\.path) == ["size", "branches"])
}

private struct Tree: Configurable {
  var size = 1
  var branches: [Tree] = []

  static let summary = "A tree."
  static let parameters: [Parameter<Tree>] = [
    .integer("size", \.size, "How big."), .records("branches", \.branches, Tree.self, "More."),
  ]
}
