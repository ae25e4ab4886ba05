import Diagnostics
import ScenarioFile
import Testing

/// A text with nothing wrong but the one thing, for every problem that a text alone can have.
private let broken: [Code: String] = [
  .notText: "title: a\u{0}", .emptyFile: "", .yamlSyntax: "tags: [a",
  .tooDeep: "tags: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  .tooManyNodes: """
  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
  b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
  """,
  .duplicateKey: "title: a\ntitle: b", .unsupportedYAML: "title: !tag a",
  .unknownPreset: "extends: none", .extendsCycle: "extends: loop",
  .missingFile: "extends: none.yaml",
  .unknownKey: "titel: a", .missingKey: "zones: {A: {}}", .unknownKind: "site: shop",
  .noValue: "title:", .wrongType: "title: []", .outOfBounds: "factor: 3",
  .unknownChoice: "mode: plane", .badQuantity: "speed: fast", .missingUnit: "speed: 3",
  .unknownUnit: "speed: 3 m/blink", .wrongUnit: "speed: 3 kg",
  .noExchangeRate: "pick: {wage: 1 THB/h}",
  .unknownCurrency: "currency: XYZ", .unknownLaw: "pick: {time: 'magic(3 min)'}",
  .badLaw: "pick: {time: 'exponential()'}", .badDate: "start: soon", .badTime: "opens: noon",
  .badHours: "hours: late", .unknownTimeZone: "time_zone: Mars/Base", .badCoordinate: "place: [1]",
]

/// Problems that need files or a program beside the text; they have tests of their own.
private let elsewhere: Set<Code> = [
  .tooLarge, .tableSyntax, .raggedRow, .unknownColumn, .duplicateName, .unknownPath,
  .unreadableFile,
]

@Test("every problem has a text that is wrong in this way alone", arguments: Code.allCases)
func everyCode(code: Code) throws {
  guard !elsewhere.contains(code) else { return }
  let text = try #require(broken[code])
  #expect(codes(text, presets: ["loop": "extends: loop"]) == [code.rawValue])
}

@Test("a folder or a device in the place of a file is unreadable")
func unreadable() throws {
  try withFolder(["scenario.yaml": "stock: {table: sub}", "sub/x.csv": ""]) { folder in
    let document = ScenarioLoader.load(folder)
    _ = document.decode(Sample.self)
    #expect(document.sink.diagnostics.map(\.code) == ["unreadable-file"])
    #expect(document.sink.exitCode == 66)
  }
}

@Test("units and laws have a reference")
func vocabulary() {
  #expect(ReferenceText.units().contains(/month +a time +2592000 s +month, 30 days +mo, months/))
  #expect(ReferenceText.laws().contains("mean, cv | median, sigma"))
}
