import Diagnostics
import ScenarioFile
import Testing

@Test("all problems of a file are told at once, in file order, each with its way out")
func allAtOnce() {
  let text = """
    titel: Bangkok
    factor: 3
    pick:
      servers: many
      time: 3
      wage: 21 USD/kg
    sites:
      NJ1:
        kind: darkstore
      NJ2:
        kind: hub
    start: 2026-02-30
    """
  #expect(
    messages(text) == """
      scenario.yaml:1:1: error: unknown key 'titel' [unknown-key]
       1 | titel: Bangkok
         | ^^^^^ did you mean 'title'?
         = help: keys: channels, currency, cutoff, dated_exchange_rates, days, exchange_rates, factor, \
      hours, mode, modes, open, opens, pack, pick, place, profile, site, site_list, sites, source, \
      speed, start, steps, stock, …

      scenario.yaml:2:9: error: 'factor' must be from 0.5 to 2, found 3 [out-of-bounds]
       2 | factor: 3
         |         ^

      scenario.yaml:4:12: error: expected a whole number, found 'many' [wrong-type]
       4 |   servers: many
         |            ^^^^

      scenario.yaml:5:9: error: missing unit: expected a time such as '45 min' [missing-unit]
       5 |   time: 3
         |         ^

      scenario.yaml:6:9: error: expected money per time such as '21 USD/h', found money per mass \
      [wrong-unit]
       6 |   wage: 21 USD/kg
         |         ^^^^^^^^^

      scenario.yaml:9:11: error: unknown facility kind 'darkstore' [unknown-kind]
       9 |     kind: darkstore
         |           ^^^^^^^^^ did you mean 'dark_store'?
         = help: kinds: dark_store, hub

      scenario.yaml:10:3: error: 'next' is missing in 'NJ2' [missing-key]
       10 |   NJ2:
          |   ^^^
          = help: next: the name of a facility. Where parcels go.

      scenario.yaml:12:8: error: expected a date such as '2026-11-02', found '2026-02-30' [bad-date]
       12 | start: 2026-02-30
          |        ^^^^^^^^^^

      8 problems; nothing was run.

      """)
}

@Test(
  "a wrong value has its own code and place",
  arguments: [
    ("open: yes", "wrong-type", 7, 3), ("open: True", "wrong-type", 7, 4),
    ("title: [a]", "wrong-type", 8, 3), ("title:", "no-value", 1, 5),
    ("tags: [a, {b: c}]", "wrong-type", 11, 6), ("mode: plane", "unknown-choice", 7, 5),
    ("factor: 1 kg", "wrong-unit", 9, 4), ("profile: [1, -1]", "out-of-bounds", 14, 2),
    ("cutoff: tomorrow", "bad-date", 9, 8), ("time_zone: New York", "unknown-time-zone", 12, 8),
    ("opens: 25:00", "bad-time", 8, 5), ("waves: [9, '10:00']", "bad-time", 9, 1),
    ("days: mon-xyz", "bad-time", 7, 7), ("hours: mon-fri 9-17", "bad-hours", 8, 12),
    ("hours: mon 09:00-17:00, xyz 10:00-11:00", "bad-hours", 25, 15),
    ("place: [91, 0]", "bad-coordinate", 8, 7), ("place: here", "bad-coordinate", 8, 4),
    ("speed: 0 km/h", "out-of-bounds", 8, 6), ("speed: 40 kmph", "unknown-unit", 11, 4),
    ("pick: [1]", "wrong-type", 7, 3), ("pick: 3", "wrong-type", 7, 1),
    ("pack: {servers: 1.5}", "wrong-type", 17, 3), ("pack: {limit: 0}", "out-of-bounds", 15, 1),
    ("steps: {servers: 1}", "wrong-type", 8, 12), ("zones: [a]", "wrong-type", 8, 3),
    ("zones: {a: {weight: 1}}", "missing-key", 9, 1), ("site: {kind: shop}", "unknown-kind", 14, 4),
    ("site: shop", "unknown-kind", 7, 4), ("site: {radius: 2 km}", "missing-key", 1, 4),
    ("source: ''", "no-value", 9, 2), ("source: {a: b}", "wrong-type", 9, 6),
    ("channels: {shelf: 120 %}", "out-of-bounds", 19, 5),
    ("currency: usd", "unknown-currency", 11, 3),
    ("exchange_rates: {XYZ: 2}", "unknown-currency", 18, 3),
    ("exchange_rates: {THB: 0}", "out-of-bounds", 23, 1),
    ("dated_exchange_rates: {XYZ: {2026-11-02: 2}}", "unknown-currency", 24, 3),
    ("dated_exchange_rates: {THB: {tomorrow: 2}}", "bad-date", 30, 8),
    ("dated_exchange_rates: {THB: {2026-11-02: -1}}", "out-of-bounds", 42, 2),
    ("dated_exchange_rates: {THB: 2}", "wrong-type", 29, 1),
    ("pick: {wage: 700 THB/h}", "no-exchange-rate", 18, 3),
    ("? [a]\n: b", "unsupported-yaml", 3, 1),
    ("title: !x a", "unsupported-yaml", 8, 4), ("title: a\ntitle: b", "duplicate-key", 1, 5),
    ("pick: {time: '3 minits'}", "unknown-unit", 17, 6),
    ("pick: {time: -3 min}", "out-of-bounds", 14, 6),
    ("pick: {share: 1.5}", "out-of-bounds", 15, 3),
    ("- 1", "wrong-type", 1, 1), ("just text", "wrong-type", 1, 9), ("~", "no-value", 1, 1),
  ] as [(String, String, Int, Int)])
func wrongValues(text: String, code: String, column: Int, length: Int) throws {
  let document = decode(text).document
  let problems = document.sink.diagnostics
  #expect(problems.count == 1)
  let problem = try #require(problems.first)
  #expect(problem.code == code)
  #expect(problem.location?.column == column)
  #expect(problem.location?.length == length)
}

@Test("suggestions reach into units, time zones, kinds and currencies")
func suggestions() {
  func suggestion(_ text: String) -> String? {
    decode(text).document.sink.diagnostics.first?.suggestion
  }
  #expect(suggestion("open: yes") == "true")
  #expect(suggestion("time_zone: New York") == "America/New_York")
  #expect(suggestion("time_zone: Asia/Bankok") == "Asia/Bangkok")
  #expect(suggestion("currency: thb") == "THB")
  #expect(suggestion("place: [-74.0, 140.7]") == nil)
  #expect(suggestion("place: [140.7, -74]") == "[-74, 140.7]")
  #expect(suggestion("mode: trukc") == "truck")
}

@Test("a record's own check points at the parameter")
func ownCheck() {
  let text = "site: {kind: hub, next: NJ1, lowest: 5, highest: 3}"
  #expect(
    messages(text) == """
      scenario.yaml:1:38: error: 'lowest' must not be above 'highest' [bad-order]
       1 | site: {kind: hub, next: NJ1, lowest: 5, highest: 3}
         |                                      ^

      1 problem; nothing was run.

      """)
  #expect(codes("site: {kind: hub, next: NJ1, lowest: 5}") == ["bad-order"])
  #expect(codes("site: {kind: hub, next: NJ1, lowest: x}") == ["wrong-type"])
}

@Test(
  "YAML mistakes are told in plain words",
  arguments: [
    ("pick:\n  time: lognormal(mean: 3 min, cv: 0.6)", 2, "': ' cannot stand here"),
    ("pick:\n\tservers: 1", 2, "this character cannot start a value"),
    ("tags: [a, b", 2, "expected ',' or ']' in this list"),
    ("title: \"abc", 1, "the file ends inside a quoted text"),
    ("pick: *base", 1, "no anchor '&base' stands above this alias"),
    ("title: a\n---\ntitle: b", 2, "a second document starts here"),
    ("tags:\n  - a\n b: c", 3, nil), ("a: b: c", 1, "': ' cannot stand here"),
  ] as [(String, Int, String?)])
func yamlMistakes(text: String, line: Int, message: String?) throws {
  let problem = try #require(decode(text).document.sink.diagnostics.first)
  #expect(problem.location?.line == line)
  if let message { #expect(problem.message == message) }
}
