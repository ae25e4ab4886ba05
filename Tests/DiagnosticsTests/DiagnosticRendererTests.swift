import Diagnostics
import Testing

private func sources(_ files: (String, String)...) -> SourceFiles {
  var sources = SourceFiles()
  for (name, text) in files { sources.add(name, text: text) }
  return sources
}

private let scenario = String(repeating: "\n", count: 30) + "    - type: darkstore\n"

@Test("a message shows place, line, caret, suggestion and help")
func messageForm() {
  let sink = DiagnosticSink()
  sink.error(
    "unknown-kind", "unknown facility kind 'darkstore'",
    at: SourceLocation(file: "scenario.yaml", line: 31, column: 13, length: 9),
    suggestion: "dark_store", help: ["kinds: cross_dock, dark_store"])
  sink.error("no-place", "something is wrong as a whole", at: nil)
  let text = DiagnosticRenderer().render(sink, sources: sources(("scenario.yaml", scenario)))
  #expect(
    text == """
      error: something is wrong as a whole [no-place]

      scenario.yaml:31:13: error: unknown facility kind 'darkstore' [unknown-kind]
       31 |     - type: darkstore
          |             ^^^^^^^^^ did you mean 'dark_store'?
          = help: kinds: cross_dock, dark_store

      2 problems; nothing was run.

      """)
}

@Test("carets stand under the token behind tabs, wide characters and combining marks")
func caretColumns() {
  let line = "\t名前: é\u{301}x y"
  let sources = sources(("a.yaml", line))
  func caret(_ column: Int, _ length: Int) -> String {
    let place = SourceLocation(file: "a.yaml", line: 1, column: column, length: length)
    let text = DiagnosticRenderer().render(
      Diagnostic("x", "m", at: place), sources: sources)
    return String(text.split(separator: "\n")[2].drop { $0 != "|" }.dropFirst(2))
  }
  #expect(caret(2, 2) == "    ^^^^")
  #expect(caret(4, 1) == "        ^")
  // The scalars of "é" + mark are one character and one column.
  #expect(caret(8, 1) == "           ^")
  #expect(caret(10, 1) == "             ^")
}

@Test("a long line is cut around the token")
func longLine() {
  let line = String(repeating: "a", count: 300) + "TOKEN" + String(repeating: "b", count: 300)
  let place = SourceLocation(file: "a.yaml", line: 1, column: 301, length: 5)
  let text = DiagnosticRenderer(columns: 60).render(
    Diagnostic("x", "m", at: place), sources: sources(("a.yaml", line)))
  let lines = text.split(separator: "\n")
  #expect(lines[1].count <= 60)
  let start = lines[1].distance(
    from: lines[1].startIndex, to: lines[1].firstRange(of: "TOKEN")!.lowerBound)
  let caret = lines[2].distance(
    from: lines[2].startIndex, to: lines[2].firstIndex(of: "^")!)
  #expect(start == caret)
  #expect(lines[2].filter { $0 == "^" }.count == 5)
}

@Test("a token at or behind the end of the line still has a caret")
func caretAtEnd() {
  let sources = sources(("a.yaml", "ab"))
  for column in [2, 3, 99] {
    let place = SourceLocation(file: "a.yaml", line: 1, column: column, length: 50)
    let text = DiagnosticRenderer().render(Diagnostic("x", "m", at: place), sources: sources)
    #expect(text.filter { $0 == "^" }.count == 1)
  }
}

@Test("problems come in the order of files and lines, twenty at most")
func orderAndLimit() {
  let sink = DiagnosticSink()
  let sources = sources(("main.yaml", "a"), ("base.yaml", "b"))
  sink.error("c", "base", at: SourceLocation(file: "base.yaml", line: 1, column: 1))
  for line in (1...30).reversed() {
    sink.error("c", "n\(line)", at: SourceLocation(file: "main.yaml", line: line, column: 1))
  }
  sink.error("c", "n1", at: SourceLocation(file: "main.yaml", line: 1, column: 1))
  let sorted = sink.sorted(by: sources).map(\.message)
  #expect(sorted == (1...30).map { "n\($0)" } + ["base"])
  let text = DiagnosticRenderer().render(sink, sources: sources)
  #expect(text.contains("n20 [c]"))
  #expect(!text.contains("n21 [c]"))
  #expect(text.contains("… and 11 more\n"))
  #expect(text.hasSuffix("31 problems; nothing was run.\n"))
}

@Test("warnings alone do not stop a run and missing files have an exit code of their own")
func exitCodes() {
  let sink = DiagnosticSink()
  #expect(DiagnosticRenderer().render(sink, sources: SourceFiles()) == "")
  sink.warning("w", "odd", at: nil)
  #expect(sink.exitCode == 0)
  #expect(DiagnosticRenderer().render(sink, sources: SourceFiles()).hasSuffix("1 warning.\n"))
  sink.report(Diagnostic("m", "no file", at: nil, subject: .input))
  #expect(sink.exitCode == 66)
  sink.error("e", "wrong", at: nil)
  #expect(sink.exitCode == 65)
}

@Test("more problems than are kept are counted")
func manyProblems() {
  let sink = DiagnosticSink(capacity: 10)
  for line in 1...1000 { sink.error("c", "m", at: SourceLocation(file: "f", line: line)) }
  #expect(sink.diagnostics.count == 10)
  #expect(sink.errorCount == 1000)
  #expect(DiagnosticRenderer().render(sink, sources: SourceFiles()).contains("… and 990 more"))
}

@Test("colour wraps marks and leaves the words alone")
func colour() {
  let sources = sources(("a.yaml", "abc"))
  let diagnostic = Diagnostic(
    "x", "m", at: SourceLocation(file: "a.yaml", line: 1, column: 2), suggestion: "b",
    notes: [.init("first", at: SourceLocation(file: "a.yaml", line: 1))])
  let plain = DiagnosticRenderer().render(diagnostic, sources: sources)
  let coloured = DiagnosticRenderer(style: .ansi).render(diagnostic, sources: sources)
  #expect(coloured != plain)
  #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  #expect(plain.hasSuffix("= note: first (a.yaml:1)\n"))
}
