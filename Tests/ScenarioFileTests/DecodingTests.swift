import Diagnostics
import Quantities
import RandomVariates
import ScenarioFile
import Testing

@Test("every kind of parameter reads its value")
func everything() throws {
  let text = """
    currency: THB
    exchange_rates: {USD: 35}
    title: 12
    tags: [a, "b c"]
    open: true
    factor: 2
    profile: [1, 0.5, 2]
    mode: air
    modes: [air, ocean]
    start: 2026-11-02
    cutoff: 2026-11-02T20:00
    time_zone: Asia/Bangkok
    opens: 8:30
    waves: ["08:00", 12:30]
    days: mon-sat
    hours: mon-fri 09:00-17:00, sat 10:00-14:00
    place: [13.75, 100.5]
    speed: 40 km/h
    pick: {servers: 12, time: 3 min, wage: 2 USD/h, share: 30 %, limit: 4, patience: 2 h}
    pack: {servers: 2}
    steps: [{servers: 3}, {servers: 4}]
    zones:
      B: {position: [1, 2], weight: 5}
      A: {position: "3, 4", mass: 500 g}
    stock: [{position: [5, 6]}]
    site: {kind: dark_store, radius: 3 km, pick: {servers: 7}}
    sites:
      NJ1: {kind: hub, next: NJ2}
      NJ2: dark_store
    site_list: [dark_store, {kind: hub, next: NJ1}]
    source: NJ1
    channels: {shelf: 70 %, live: 0.3}
    trace: orders.csv
    """
  let (value, document) = decode(text)
  #expect(messages(text) == "")
  let sample = try #require(value)
  #expect(document.units == UnitContext(currency: "THB", rates: ["USD": 35]))
  #expect(sample.title == "12")
  #expect(sample.tags == ["a", "b c"])
  #expect(sample.isOpen)
  #expect(sample.profile == [1, 0.5, 2])
  #expect(sample.mode == .air)
  #expect(sample.modes == [.air, .ocean])
  #expect(sample.start.description == "2026-11-02")
  #expect(sample.cutoff.unixSeconds(in: sample.zone) == 1_793_624_400)
  #expect(sample.opens.seconds == 30600)
  #expect(sample.waves.map(\.description) == ["08:00", "12:30"])
  #expect(sample.days.description == "mon-sat")
  #expect(sample.hours.secondsPerWeek == 44 * 3600)
  #expect(sample.place == Coordinate(latitude: 13.75, longitude: 100.5))
  #expect(abs(sample.speed! - 40 / 3.6) < 1e-12)
  #expect(sample.pick.servers == 12)
  #expect(sample.pick.time == .constant(180))
  #expect(abs(sample.pick.wage - 70.0 / 3600) < 1e-12)
  #expect(sample.pick.share == 0.3)
  #expect(sample.pick.limit == 4)
  #expect(sample.pick.patience == .constant(7200))
  #expect(sample.pack?.servers == 2)
  #expect(sample.steps.map(\.servers) == [3, 4])
  #expect(sample.zones.map(\.name) == ["B", "A"])
  #expect(sample.zones[0].location?.line == 23)
  #expect(sample.zones[1].value.mass == 0.5)
  #expect(sample.zones[1].value.position.longitude == 4)
  #expect(sample.stock[0].location?.line == 25)
  #expect((sample.site as? DarkStore)?.radius == 3000)
  #expect((sample.site as? DarkStore)?.pick.servers == 7)
  #expect(sample.sites.map(\.value.label) == ["hub", "dark store"])
  #expect((sample.sites[0].value as? Hub)?.next.value == "NJ2")
  #expect(sample.siteList.map(\.label) == ["dark store", "hub"])
  #expect(sample.source.value == "NJ1")
  #expect(sample.source.location?.line == 31)
  #expect(
    sample.channels == [
      Named("shelf", 0.7, at: sample.channels[0].location),
      Named("live", 0.3, at: sample.channels[1].location),
    ])
  #expect(sample.trace?.value == "orders.csv")
}

@Test("what is not given or null keeps its standard value")
func standardValues() throws {
  let sample = try #require(
    decode("pick: {servers: null, limit: ~}\npack:\nzones: {a: null}").value)
  #expect(sample.pick == Process())
  #expect(sample.pack == nil)
  #expect(sample.zones.isEmpty)
  #expect(codes("zones: {a: {position: null}}") == ["missing-key"])
}

@Test("only true and false are flags, and a country called NO is a text")
func yamlTwelve() throws {
  #expect(decode("title: NO").value?.title == "NO")
  #expect(decode("title: 1.10").value?.title == "1.10")
  #expect(decode("tags: [null, 'null']").document.sink.errorCount == 1)
  #expect(codes("open: off") == ["wrong-type"])
}

@Test("a fault leaves the other values in place for further checks")
func partialValues() {
  let (value, document) = decode("factor: x\npick: {servers: 5, time: zero}\ntitle: kept")
  #expect(document.sink.errorCount == 2)
  #expect(value?.title == "kept")
  #expect(value?.pick.servers == 5)
  #expect(value?.pick.time == Process().time)
}

@Test("Windows line ends, a byte order mark and an editor's trailing spaces change nothing")
func windowsFiles() {
  let text = "title: a\r\npick:\r\n  servers: 3  \r\nfactor: 9\r\n"
  let document = ScenarioLoader.load(
    bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), named: "w.yaml")
  let value = document.decode(Sample.self)
  #expect(value?.pick.servers == 3)
  #expect(document.sink.diagnostics.map(\.location?.line) == [4])
  #expect(document.sources.line(3, of: "w.yaml") == "  servers: 3  ")
  #expect(document.sources.line(1, of: "w.yaml") == "title: a")
}

@Test("anchors, aliases and merge keys share values")
func anchors() throws {
  let text = """
    steps:
      - &base {servers: 3, share: 10 %}
      - *base
      - {<<: *base, share: 20 %}
      - {<<: [{servers: 9}, *base]}
    """
  let steps = try #require(decode(text).value).steps
  #expect(messages(text) == "")
  #expect(steps.map(\.servers) == [3, 3, 3, 9])
  #expect(steps.map(\.share) == [0.1, 0.1, 0.2, 0.1])
}

@Test("sums of three hundred thousand rows of values stay within seconds")
func largeDocument() {
  var text = "profile:\n"
  for index in 0..<300_000 { text += "  - \(index)\n" }
  let clock = ContinuousClock()
  var sum = 0.0
  let time = clock.measure { sum = decode(text).value?.profile.reduce(0, +) ?? -1 }
  #expect(sum == 44_999_850_000)
  #expect(time < .seconds(60))
}
