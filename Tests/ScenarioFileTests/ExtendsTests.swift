import Diagnostics
import ScenarioFile
import Testing

private let presets = [
  "base":
    "title: base\ntags: [a, b]\npick: {servers: 3, share: 10 %}\nzones: {A: {position: [1, 2]}}",
  "child": "extends: base\npick: {servers: 4}",
  "loop": "extends: loop2",
  "loop2": "extends: loop",
  "broken": "pick: {servers: x}",
  "list": "[1, 2]",
]

@Test("mappings merge, lists and values replace, and null removes")
func merging() throws {
  let text = """
    extends: child
    tags: [c]
    pick: {share: 50 %}
    zones: {A: null, B: {position: [3, 4]}}
    factor: 2
    """
  let sample = try #require(decode(text, presets: presets).value)
  #expect(messages(text, presets: presets) == "")
  #expect(sample.title == "base")
  #expect(sample.tags == ["c"])
  #expect(sample.pick.servers == 4)
  #expect(sample.pick.share == 0.5)
  #expect(sample.zones.map(\.name) == ["B"])
  #expect(sample.factor == 2)
}

@Test("another kind replaces a record as a whole")
func otherKind() {
  let presets = ["x": "site: {kind: dark_store, radius: 3 km}"]
  #expect(messages("extends: x\nsite: {kind: hub, next: A}", presets: presets) == "")
  #expect(messages("extends: x\nsite: {radius: 4 km}", presets: presets) == "")
}

@Test("a fault in a preset is shown in the preset")
func presetFault() {
  #expect(
    messages("extends: broken\ntitle: [1]", presets: presets) == """
      scenario.yaml:2:8: error: expected a text, found a list [wrong-type]
       2 | title: [1]
         |        ^^^

      preset:broken:1:17: error: expected a whole number, found 'x' [wrong-type]
       1 | pick: {servers: x}
         |                 ^

      2 problems; nothing was run.

      """)
}

@Test(
  "what cannot be extended is told at the name",
  arguments: [
    ("extends: bse", "unknown-preset", "base"), ("extends: loop", "extends-cycle", nil),
    ("extends: [a]", "wrong-type", nil), ("extends: list", "wrong-type", nil),
    ("extends: missing.yaml", "missing-file", nil), ("extends:", "wrong-type", nil),
  ] as [(String, String, String?)])
func badExtends(text: String, code: String, suggestion: String?) {
  let problems = decode(text, presets: presets).document.sink.diagnostics
  #expect(problems.map(\.code) == [code])
  #expect(problems.first?.suggestion == suggestion)
}

@Test("keys that an unreadable base may have given are not called missing")
func noFollowUps() {
  let text = """
    site: {extends: hbu, lowest: 3}
    sites: {extends: hbu, A: {radius: 2 km}, B: {kind: dark_store, radius: 2 kg}}
    zones: {A: {weight: 1}}
    """
  #expect(
    codes(text) == [
      "unknown-preset", "unknown-preset", "wrong-unit", "missing-key",
    ])
}

@Test("extends works below the top and relative to the file that says it")
func nestedExtends() throws {
  let files = [
    "scenario.yaml":
      "pick: {extends: parts/pick.yaml, share: 5 %}\nsteps:\n  - extends: parts/pick.yaml",
    "parts/pick.yaml": "extends: common.yaml\nservers: 9",
    "parts/common.yaml": "limit: 2",
  ]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder)
    let sample = try #require(document.decode(Sample.self))
    #expect(DiagnosticRenderer().render(document.sink, sources: document.sources) == "")
    #expect(sample.pick.servers == 9)
    #expect(sample.pick.limit == 2)
    #expect(sample.pick.share == 0.05)
    #expect(sample.steps[0].servers == 9)
    #expect(
      document.files.map { $0.name.split(separator: "/").last! } == [
        "scenario.yaml", "pick.yaml", "common.yaml",
      ])
  }
}

@Test("a file that extends itself over a detour is reported once with its way round")
func fileCycle() throws {
  let files = [
    "scenario.yaml": "extends: a.yaml", "a.yaml": "extends: ./b.yaml", "b.yaml": "extends: a.yaml",
  ]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder)
    #expect(document.sink.diagnostics.map(\.code) == ["extends-cycle"])
    let notes = document.sink.diagnostics[0].notes.map {
      $0.message.replacing("\(folder)/", with: "")
    }
    #expect(notes == ["a.yaml → b.yaml → a.yaml"])
  }
}

@Test("values can be looked up and replaced by path")
func paths() throws {
  let document = decode("sites:\n  NJ1: {kind: dark_store}\ntags: [a, b]").document
  let root = try #require(document.root)
  let text = Node(text: "12", at: root.location)
  let changed = try root.replacing("sites.NJ1.pick.servers", with: text)
  #expect(changed.value(at: "sites.NJ1.pick.servers")?.scalar?.text == "12")
  #expect(changed.value(at: "sites.NJ1.kind")?.scalar?.text == "dark_store")
  #expect(try root.replacing("tags.1", with: text).value(at: "tags.1")?.scalar?.text == "12")
  #expect(root.value(at: "sites.NJ2") == nil)
  #expect(throws: Diagnostic.self) { try root.replacing("tags.5", with: text) }
  #expect(throws: Diagnostic.self) { try root.replacing("tags.0.x", with: text) }
}
