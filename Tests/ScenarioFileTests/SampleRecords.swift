import Diagnostics
import Quantities
import RandomVariates
import ScenarioFile

/// Work at one place; one parameter of most kinds.
struct Process: Configurable, Equatable {
  var servers = 1
  var time = Law.constant(60)
  var wage = 21.0 / 3600
  var share = 0.25
  var limit: Int?
  var patience: Law?

  static let summary = "Work done by parallel servers with one queue."
  static let parameters: [Parameter<Process>] = [
    .integer("servers", \.servers, 0...1_000_000, "People or machines working at the same time."),
    .law("time", \.time, .time, "Work per unit.", source: "PICK"),
    .quantity(
      "wage", \.wage, .moneyPerTime, 0..., "Paid per staffed hour.", unit: "USD/h",
      source: "PAY"),
    .fraction("share", \.share, "Share of units that need it."),
    .optionalInteger("limit", \.limit, 1..., "Places in the queue."),
    .optionalLaw("patience", \.patience, .time, "How long a customer waits."),
  ]
}

enum Mode: String, CaseIterable {
  case air, ocean, truck
}

protocol Site: Sendable {
  var label: String { get }
}

struct DarkStore: Configurable, Site {
  var radius = 2500.0
  var pick = Process()
  var label: String { "dark store" }

  static let summary = "A small store for couriers."
  static let parameters: [Parameter<DarkStore>] = [
    .quantity("radius", \.radius, .length, .positive, "How far couriers go.", unit: "km"),
    .record("pick", \.pick, Process.self, "Picking."),
  ]
}

struct Hub: Configurable, Site {
  var next = Located("")
  var lowest = 1
  var highest = 2
  var label: String { "hub" }

  static let summary = "Where parcels change vehicles."
  static let parameters: [Parameter<Hub>] = [
    .reference("next", \.next, to: "facility", "Where parcels go.", required: true),
    .integer("lowest", \.lowest, 0..., "Smallest load."),
    .integer("highest", \.highest, 0..., "Largest load."),
  ]

  func check(_ report: RecordReport) {
    if lowest > highest {
      report.error("bad-order", "'lowest' must not be above 'highest'", at: "lowest")
    }
  }
}

let siteKinds = KindRegistry<any Site>(
  name: "facility kind", [.init("dark_store", DarkStore.self), .init("hub", Hub.self)])

struct Zone: Configurable, Equatable {
  var position = Coordinate(latitude: 0, longitude: 0)
  var weight = 1.0
  var mass = 0.0

  static let summary = "A demand point."
  static let parameters: [Parameter<Zone>] = [
    .coordinate("position", \.position, "Where it is.", required: true),
    .number("weight", \.weight, 0..., "Share of the population."),
    .quantity("mass", \.mass, .mass, "Mean mass of an order."),
  ]
}

/// The top of the test documents.
struct Sample: Configurable {
  var currency = "USD"
  var rates: [Named<Double>] = []
  var datedRates: [Named<[Named<Double>]>] = []
  var title = ""
  var tags: [String] = []
  var isOpen = false
  var factor = 1.0
  var profile: [Double] = []
  var mode = Mode.truck
  var modes: [Mode] = []
  var start = CivilDate("2026-01-01")!
  var cutoff = CivilDateTime("2026-01-01T00:00")!
  var zone = CivilTimeZone.utc
  var opens = TimeOfDay("09:00")!
  var waves: [TimeOfDay] = []
  var days = Weekdays.all
  var hours = WeeklyHours.always
  var place = Coordinate(latitude: 0, longitude: 0)
  var speed: Double?
  var pick = Process()
  var pack: Process?
  var steps: [Process] = []
  var zones: [Named<Zone>] = []
  var stock: [Located<Zone>] = []
  var site: any Site = DarkStore()
  var sites: [Named<any Site>] = []
  var siteList: [any Site] = []
  var source = Located("")
  var channels: [Named<Double>] = []
  var trace: Located<String>?

  static let summary = "A scenario for tests."
  static let parameters: [Parameter<Sample>] = [
    .currency("currency", \.currency, "Currency of all money."),
    .exchangeRates("exchange_rates", \.rates, "Worth of other currencies."),
    .datedExchangeRates("dated_exchange_rates", \.datedRates, "The same from days on."),
    .text("title", \.title, "What it is called."),
    .texts("tags", \.tags, "Words to find it by."),
    .flag("open", \.isOpen, "Whether it is open."),
    .number("factor", \.factor, 0.5...2, "A factor."),
    .numbers("profile", \.profile, 0..., "Weights by hour."),
    .choice("mode", \.mode, of: Mode.self, "How goods move."),
    .choices("modes", \.modes, of: Mode.self, "How goods may move."),
    .date("start", \.start, "First day."),
    .instant("cutoff", \.cutoff, "Last moment."),
    .timeZone("time_zone", \.zone, "Clock of the place."),
    .timeOfDay("opens", \.opens, "When it opens."),
    .timesOfDay("waves", \.waves, "When waves leave."),
    .weekdays("days", \.days, "Working days."),
    .hours("hours", \.hours, "Opening hours."),
    .coordinate("place", \.place, "Where it is."),
    .optionalQuantity("speed", \.speed, .speed, .positive, "How fast.", unit: "km/h"),
    .record("pick", \.pick, Process.self, "Picking."),
    .optionalRecord("pack", \.pack, Process.self, "Packing."),
    .records("steps", \.steps, Process.self, "Further work."),
    .named("zones", \.zones, Zone.self, "Demand points."),
    .records("stock", \.stock, Zone.self, "A table of places."),
    .variant("site", \.site, siteKinds, "The main facility."),
    .namedVariants("sites", \.sites, siteKinds, "Facilities."),
    .variants("site_list", \.siteList, siteKinds, "More facilities."),
    .reference("source", \.source, to: "facility", "Where goods come from."),
    .namedFractions("channels", \.channels, "Channel mix."),
    .optionalFile("trace", \.trace, "Orders to replay."),
  ]
}
