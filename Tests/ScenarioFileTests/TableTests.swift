import Diagnostics
import Quantities
import ScenarioFile
import Testing

private func table(_ text: String) -> (table: CSVTable?, problems: [Diagnostic]) {
  let sink = DiagnosticSink()
  let table = CSVTable(Array(text.utf8), file: "t.csv", sink: sink)
  return (table, sink.diagnostics)
}

private func rows(_ table: CSVTable) -> [[String]] {
  (0..<table.rowCount).map { row in
    table.columns.indices.map { table.text(row: row, column: $0) }
  }
}

@Test(
  "tables read as RFC 4180 says",
  arguments: [
    ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\n\"1,5\",\"x\"\"y\"\n", [["1,5", "x\"y"]]),
    ("a,b\n\"line\nbreak\",2\n3,4\n", [["line\nbreak", "2"], ["3", "4"]]),
    ("a,b\n,\n", [["", ""]]), ("\n\na,b\n\n1,2\n\n", [["1", "2"]]), ("a\n", []), ("a", []),
    ("\u{FEFF}a,b\n1,2", [["1", "2"]]), ("a,b\n 1 , 2 ", [["1", "2"]]),
    ("a,b\n  \"x\" ,2", [["x", "2"]]), ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
    ("a,b\n\"\",\"\"\"\"\n", [["", "\""]]), ("a,名\né,ü\n", [["é", "ü"]]),
  ] as [(String, [[String]])])
func reads(text: String, expected: [[String]]) throws {
  let (table, problems) = table(text)
  #expect(problems.isEmpty)
  #expect(rows(try #require(table)) == expected)
}

@Test("cells know their line and column, also behind quoted line breaks")
func places() throws {
  let table = try #require(table("név,b\r\n\"a\nb\",  xyz\r\nü,\"q\"\r\n").table)
  func place(_ row: Int, _ column: Int) -> [Int] {
    let place = table.location(row: row, column: column)
    return [place.line, place.column, place.length]
  }
  #expect(place(0, 0) == [2, 2, 1])
  #expect(place(0, 1) == [3, 6, 3])
  #expect(place(1, 0) == [4, 1, 1])
  #expect(place(1, 1) == [4, 4, 1])
  #expect(table.columns[0].location.length == 3)
  #expect(table.columns[1].location.column == 5)
}

@Test("ragged rows, open quotes and stray text are reported by line and the rest is read")
func badTables() throws {
  let ragged = table("a,b\n1\n2,3\n4,5,6\n")
  #expect(ragged.problems.map(\.code) == ["ragged-row", "ragged-row"])
  #expect(ragged.problems.map(\.location?.line) == [2, 4])
  #expect(rows(try #require(ragged.table)) == [["2", "3"]])
  let open = table("a,b\n1,2\n3,\"x\n5,6\n")
  #expect(open.problems.map(\.message) == ["a quote is never closed"])
  #expect(open.problems.map(\.location?.line) == [3])
  #expect(table("a,b\n\"x\"y,2\n").problems.map(\.code) == ["table-syntax"])
  #expect(table("").problems.map(\.code) == ["empty-file"])
  #expect(table("").table == nil)
  #expect(table("a,a\n1,2").problems.map(\.code) == ["duplicate-key"])
  #expect(table("a,b\n1,\u{0}2").problems.map(\.code) == ["not-text"])
}

@Test("a million rows are read in seconds")
func millionRows() throws {
  var bytes: [UInt8] = Array("time,zone,quantity\n".utf8)
  for row in 0..<1_000_000 { bytes += Array("\(row),Z\(row % 200),\(row % 3 + 1)\n".utf8) }
  let sink = DiagnosticSink()
  let clock = ContinuousClock()
  var table: CSVTable?
  let time = clock.measure { table = CSVTable(bytes, file: "t.csv", sink: sink) }
  #expect(table?.rowCount == 1_000_000)
  #expect(table?.text(row: 999_999, column: 1) == "Z199")
  #expect(table?.location(row: 999_999, column: 1).line == 1_000_001)
  #expect(time < .seconds(60))
}

@Test("records come from a table, with units in the header and columns by name")
func recordsFromTable() throws {
  let files = [
    "scenario.yaml": """
    zones:
      table: data/zones.csv
      columns: {name: id, position: [lat, lon]}
    stock:
      table: data/stock.csv
    """,
    "data/zones.csv": "id,lat,lon,weight,mass [g],note\nZ1,1,2,3,500,x\nZ2,4,5,,1.5 kg,\n",
    "data/stock.csv": "position,weight\n\"1, 2\",7\n",
  ]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder)
    let sample = try #require(document.decode(Sample.self))
    #expect(DiagnosticRenderer().render(document.sink, sources: document.sources) == "")
    #expect(sample.zones.map(\.name) == ["Z1", "Z2"])
    #expect(sample.zones[0].value.position.longitude == 2)
    #expect(sample.zones[0].value.mass == 0.5)
    #expect(sample.zones[1].value.mass == 1.5)
    #expect(sample.zones[1].value.weight == 1)
    #expect(sample.stock[0].value.weight == 7)
    #expect(sample.stock[0].location?.line == 2)
    #expect(document.files.map(\.role) == [.scenario, .table, .table])
    #expect(document.files[1].name == "\(folder)/data/zones.csv")
    #expect(document.files[1].bytes.count == files["data/zones.csv"]!.utf8.count)
  }
}

@Test("what is wrong in a table is told with the table's own line")
func tableProblems() throws {
  let files = [
    "scenario.yaml": """
    zones:
      table: zones.csv
      columns: {position: [lat, lonn]}
    stock: {table: stock.csv, column: {a: b}}
    steps: {table: none.csv}
    """,
    "zones.csv": "name,lat,lon\nZ1,1,2\n",
    "stock.csv": "position,weigth\n\"1, 2\",7\n\"3, 4\",x\n\"500, 4\",x\n",
  ]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder)
    _ = document.decode(Sample.self)
    let text = DiagnosticRenderer().render(document.sink, sources: document.sources)
      .replacing("\(folder)/", with: "")
    #expect(
      text == """
        scenario.yaml:3:29: error: 'zones.csv' has no column 'lonn' [unknown-column]
         3 |   columns: {position: [lat, lonn]}
           |                             ^^^^ did you mean 'lon'?
           = help: columns: name, lat, lon

        scenario.yaml:4:27: error: unknown key 'column' beside 'table' [unknown-key]
         4 | stock: {table: stock.csv, column: {a: b}}
           |                           ^^^^^^ did you mean 'columns'?
           = help: keys: columns, table

        scenario.yaml:5:16: error: no file 'none.csv' [missing-file]
         5 | steps: {table: none.csv}
           |                ^^^^^^^^

        stock.csv:1:10: warning: column 'weigth' is ignored [unknown-column]
         1 | position,weigth
           |          ^^^^^^ did you mean 'weight'?

        stock.csv:4:2: error: latitude must be from -90 to 90 and longitude from -180 to 180 \
        [bad-coordinate]
         4 | "500, 4",x
           |  ^^^^^^

        4 problems, 1 warning; nothing was run.

        """)
    #expect(document.sink.exitCode == 65)
  }
}

@Test("named rows need names of their own")
func namedRows() throws {
  let files = [
    "scenario.yaml": "zones: {table: z.csv, columns: {position: [lat, lon]}}",
    "z.csv": "name,lat,lon\nA,1,2\n,3,4\nA,5,6\n",
  ]
  try withFolder(files) { folder in
    let document = ScenarioLoader.load(folder)
    let sample = document.decode(Sample.self)
    #expect(document.sink.diagnostics.map(\.code) == ["no-value", "duplicate-name"])
    #expect(document.sink.diagnostics.map(\.location?.line) == [3, 4])
    #expect(sample?.zones.count == 1)
  }
  try withFolder(["scenario.yaml": "zones: {table: z.csv}", "z.csv": "id\n1\n"]) { folder in
    let document = ScenarioLoader.load(folder)
    _ = document.decode(Sample.self)
    #expect(document.sink.diagnostics.map(\.code) == ["unknown-column"])
  }
}
