import Diagnostics
import Foundation
import ScenarioFile
import Testing

private func loadCodes(_ bytes: [UInt8], limits: Limits = .standard) -> [String] {
  let document = ScenarioLoader.load(bytes: bytes, named: "scenario.yaml", limits: limits)
  _ = document.decode(Sample.self)
  return document.sink.diagnostics.map(\.code)
}

@Test("aliases that write out to billions of values are refused before they do")
func aliasBomb() {
  var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
  for level in 1...30 {
    let aliases = (0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
    text += "a\(level): &a\(level) [\(aliases)]\n"
  }
  #expect(loadCodes(Array(text.utf8)) == ["too-many-values"])
  #expect(loadCodes(Array((text + "? *a30\n: 1\n").utf8)) == ["too-many-values"])
}

@Test("presets that extend to millions of values are refused")
func extendsBomb() {
  var presets = ["p0": "a: [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
  for level in 1...12 {
    presets["p\(level)"] = (0..<8).map { "k\($0): {extends: p\(level - 1)}" }.joined(
      separator: "\n")
  }
  let document = ScenarioLoader.load(
    text: "extends: p12", named: "s.yaml", presets: { presets[$0] })
  #expect(document.sink.diagnostics.first?.code == "too-many-values")
}

@Test(
  "deep nesting is refused without eating the stack",
  arguments: ["[", "{a: ", "- ", "[[", "{? "])
func deepNesting(piece: String) {
  for count in [101, 1_000, 100_000] {
    let codes = loadCodes(Array(("tags: " + String(repeating: piece, count: count)).utf8))
    #expect(codes.count == 1)
    #expect(
      ["too-deep", "yaml-syntax", "unsupported-yaml"].contains(codes.first ?? ""), "\(codes)")
  }
  #expect(loadCodes(Array(("tags: " + String(repeating: "[", count: 1000)).utf8)) == ["too-deep"])
}

@Test("block indentation as deep as it gets is refused too")
func deepIndentation() {
  var text = ""
  for level in 0..<2000 { text += String(repeating: " ", count: level) + "a:\n" }
  #expect(loadCodes(Array(text.utf8)) == ["too-deep"])
}

@Test("what is not text is refused with its line")
func notText() throws {
  #expect(loadCodes([0xFF, 0xFE, 0x61, 0]) == ["not-text"])
  #expect(loadCodes(Array("a: 1\nb: ".utf8) + [0xC3, 0x28]) == ["not-text"])
  #expect(loadCodes(Array("a: \u{0}".utf8)) == ["not-text"])
  #expect(loadCodes(Array("title: a\u{2028}b".utf8)) == ["not-text"])
  #expect(loadCodes(Array("title: a\u{1}b".utf8)) == ["not-text"])
  #expect(loadCodes(Array("".utf8)) == ["empty-file"])
  #expect(loadCodes(Array("# only a comment\n".utf8)) == ["empty-file"])
  let document = ScenarioLoader.load(
    bytes: Array("a: 1\nb: ".utf8) + [0xC3], named: "s.yaml")
  #expect(document.sink.diagnostics.first?.location?.line == 2)
}

@Test("files beyond the limits are refused")
func sizeLimits() throws {
  var limits = Limits()
  limits.yamlBytes = 10
  limits.tableBytes = 10
  #expect(loadCodes(Array("title: a long title".utf8), limits: limits) == ["too-large"])
  try withFolder(["scenario.yaml": "title: a long title"]) { folder in
    let document = ScenarioLoader.load(folder, limits: limits)
    #expect(document.sink.diagnostics.map(\.code) == ["too-large"])
    #expect(document.sink.exitCode == 65)
  }
  limits.yamlBytes = 100
  let files = ["scenario.yaml": "stock: {table: t.csv}", "t.csv": "position\n\"1, 2\"\n"]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder, limits: limits)
    _ = document.decode(Sample.self)
    #expect(document.sink.diagnostics.map(\.code) == ["too-large"])
  }
  limits.nodes = 5
  #expect(loadCodes(Array("tags: [a, b, c, d, e]".utf8), limits: limits) == ["too-many-values"])
}

@Test("missing and unreadable input has the exit code 66")
func missingInput() throws {
  try withFolder(["scenario.yml": "title: a", "sub/x.txt": ""]) { folder in
    for path in ["\(folder)/none.yaml", folder, "\(folder)/sub", "/dev/zero"] {
      let document = ScenarioLoader.load(path)
      #expect(document.root == nil)
      #expect(document.sink.exitCode == 66, "\(path)")
    }
    #expect(
      ScenarioLoader.load(folder).sink.diagnostics[0].help == [
        "name one of its files: scenario.yml"
      ])
    let near = ScenarioLoader.load("\(folder)/scenario.yaml").sink.diagnostics[0]
    #expect(near.suggestion == "\(folder)/scenario.yml")
    // A scenario that names a missing table is a missing input; one with a further fault is not.
    let text = "stock: {table: none.csv}"
    #expect(decode(text).document.sink.exitCode == 66)
    #expect(decode(text + "\nfactor: x").document.sink.exitCode == 65)
  }
}

@Test("ten thousand mutations of a document never trap and always end in a value or a message")
func mutations() {
  let sample = Array(
    """
    extends: base
    exchange_rates: {THB: 0.028}
    pick: &p
      time: "lognormal(mean: 3 min, cv: 0.6)"
      wage: 700 THB/h
      share: 25 %
    steps: [*p, {<<: *p, servers: 3}]
    hours: mon-fri 09:00-17:00, sat 10:00-14:00
    place: [13.75, 100.5]
    cutoff: 2026-11-02T20:00+07:00
    sites:
      NJ1: {kind: hub, next: 'NJ2'} # comment
      NJ2: |
        dark_store
    time_zone: Asia/Bangkok
    """.utf8)
  var state: UInt64 = 20_261_122
  func next(_ n: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % n
  }
  let spice = Array("[]{}:,&*!|>'\"%@`#-? \n\t\r0(=".utf8) + [0x00, 0xFF, 0xC3, 0xE2, 0x80, 0xA8]
  var sound = 0
  for _ in 0..<10_000 {
    var bytes = sample
    for _ in 0...next(4) {
      let place = next(bytes.count)
      switch next(4) {
      case 0: bytes[place] = spice[next(spice.count)]
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(spice[next(spice.count)], at: place)
      default: bytes[place] = UInt8(next(256))
      }
    }
    let document = ScenarioLoader.load(
      bytes: bytes, named: "s.yaml", presets: { $0 == "base" ? "pick: {servers: 2}" : nil })
    let value = document.decode(Sample.self)
    if !document.sink.hasErrors { sound += 1 }
    #expect(value != nil || document.sink.hasErrors)
    let text = DiagnosticRenderer().render(document.sink, sources: document.sources)
    #expect(text.isEmpty == document.sink.diagnostics.isEmpty)
  }
  #expect(sound > 200 && sound < 9_000)
}

@Test("ten thousand mutations of a table never trap")
func tableMutations() {
  let sample = Array("name,lat,lon,\"we,ight\"\nA,1,2,\"x\"\"y\"\nB,3,4,\"5\n6\"\n".utf8)
  var state: UInt64 = 5
  func next(_ n: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % n
  }
  let spice = Array(",\"\n\r [].é".utf8)
  for _ in 0..<10_000 {
    var bytes = sample
    for _ in 0...next(5) {
      let place = next(bytes.count)
      if next(2) == 0 { bytes[place] = spice[next(spice.count)] } else { bytes.remove(at: place) }
    }
    let sink = DiagnosticSink()
    guard let table = CSVTable(bytes, file: "t.csv", sink: sink) else {
      #expect(sink.hasErrors)
      continue
    }
    for row in 0..<table.rowCount {
      for column in table.columns.indices {
        _ = table.text(row: row, column: column)
        #expect(table.location(row: row, column: column).line > 1)
      }
    }
  }
}
