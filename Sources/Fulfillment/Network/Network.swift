internal import DiscreteEvent
internal import Quantities
internal import RandomVariates

/// A strategy compiled onto a market: immutable flat tables, shared by all threads.
///
/// Everything has a dense index; names are sorted before indices are given, so that the order in which a
/// scenario lists things moves no number.
public final class Network: @unchecked Sendable {
  let tables: NetworkTables
  /// Raw views of the tables for the kernel's loop.
  let view: UnsafePointer<NetworkView>
  private let memory: NetworkMemory

  /// Names of the processes that series are kept of, in their order.
  public var seriesNames: [String] { tables.seriesNames }

  init(_ tables: NetworkTables) {
    self.tables = tables
    memory = NetworkMemory()
    view = memory.copy([NetworkView(tables, in: memory)])
  }
}

/// The tables of a network. Shapes are given in brackets.
struct NetworkTables: Sendable {
  var strategy = ""
  var clock = RunClock()
  var seed: UInt64 = 0

  // Market
  var zoneNames: [String] = []
  var zoneTimeZones: [CivilTimeZone] = []
  /// Start of the calendar [s since 1970], and the market's time zone.
  var epoch: Int64 = 0
  var timeZone = CivilTimeZone.utc
  var sellerCount = 0
  var sellerNames: [String] = []
  var skus = SKUTable()
  var dutyCodeCount = 0
  var sources: [any OrderSourceDefinition] = []

  // Disruptions; empty where there are none
  /// The sources without surges, for the twin without disruptions.
  var calmSources: [any OrderSourceDefinition] = []
  var disruptions: [DisruptionSpec] = []
  /// Disruptions of each set that holds or stops steps.
  var closureSets: [[Int]] = []
  var slowdowns: [[(disruption: Int, factor: Double)]] = []
  /// What they do to each step [steps], and to departures and rounds [set, -1 for none].
  var stepEffects: [StepEffect] = []
  var departureHolds: [Int32] = []
  var roundHolds: [Int32] = []

  /// Channel of each source, group of each zone.
  var channels = Labels([])
  var zoneGroups = Labels([])
  var response: ResponseTable?
  var listing: ListingTable?
  /// What the market expects, and what the strategy itself promises if that is something else.
  var promise = PromiseTable()
  var ownPromise: PromiseTable?
  var customers: CustomerTable?
  /// Times from click to door of which the share of orders is reported [s].
  var within: [Double] = []
  /// Days after the click until whose end orders are counted.
  var dayLimits: [DayLimit] = []

  // Facilities
  var siteNames: [String] = []
  /// Where sites and zones are; on the plane [m] where `isPlane`.
  var sitePositions: [Position] = []
  var zonePositions: [Position] = []
  var isPlane = false
  var siteTimeZones: [CivilTimeZone] = []
  var siteGroups: [Int] = []
  var groupNames: [String] = []
  /// Who bears what each site costs [sites].
  var siteOwners: [Party] = []
  var siteRegion: [Int32] = []
  var zoneRegion: [Int32] = []
  var fixedCostPerSecond: [Double] = []

  // Primitives
  var steps: [Step] = []
  var labels: [StepLabel] = []
  var laws: [Law] = []
  var purposes: [Purpose] = []
  var stations: [StationSpec] = []
  var departures: [DepartureSpec] = []
  var timetables: [Timetable] = []
  var openings: [OpeningTimes] = []
  var rounds: [RoundSpec] = []
  var roundStops: [RoundStop] = []
  var speeds: [SpeedTable] = []
  var gates: [GateSpec] = []
  var ends: [EndSpec] = []
  var lockers: [LockerSpec] = []
  var datedGates: [DatedGate] = []
  var duties: [DutyTable] = []

  // Itineraries
  var itineraries: [Itinerary] = []
  /// Itinerary of each site and zone, -1 where there is none [sites x zones].
  var itineraryOf: [Int32] = []
  var itineraryCharges: [Int32] = []
  /// Steps of the itinerary after which each charge is due although the order is canceled then; 255 for those
  /// that come after the origin.
  var itineraryChargeDue: [UInt8] = []
  /// Mean time of each itinerary and stage when nothing is short [0.01 s; itineraries x stages].
  var plannedTicks: [Float] = []

  // Series: one row per process, or per kind of process where there are many
  var seriesNames: [String] = []
  var seriesRow: [Int32] = []

  var charges: [Charge] = []
  var itineraryEmissions: [Int32] = []
  var emissionLegs: [EmissionLeg] = []
  var rates: [Rate] = []
  /// Fees and subsidies that are settled order by order; nil where flat charges say it all.
  var commerce: CommerceTable?
  /// What sellers pay for each SKU listed [millionths per second].
  var listingPerSecond = 0.0
  /// What stock costs its sellers; nil where nothing.
  var carrying: CarryingTable?

  // Sourcing
  var tiers: [TierTable] = []
  var shortage = Strategy.Shortage.backorder
  /// Shipments that an order may be split into at most.
  var shipmentsMost = 255
  /// Stock row of each site and SKU: -1 not carried, -2 without limit [sites x SKUs]; empty where a
  /// site's stock has no limit.
  var stockRowOf: [Int32] = []
  var siteStock: [SiteStock] = []
  var stocks: [StockSpec] = []
  var plans: [PlanSpec] = []
  /// Help from sister sites, and room [sites].
  var inbounds: [InboundSpec] = []
  var sisters: [Sister] = []
  var spaces: [SpaceSpec] = []

  /// Whether the volume of goods decides anything.
  var usesVolume: Bool {
    departures.contains { $0.volume > 0 } || charges.contains { $0.usesVolume }
  }
}

/// Start of the run, end of warm-up, of the window and of the drain [µs since the epoch].
struct RunClock: Sendable, Hashable, BitwiseCopyable {
  var warmUpEnd: Int64 = 0
  var windowEnd: Int64 = 0
  var limit: Int64 = 0

  /// The part of a time that lies in the window [0.01 s].
  @inline(__always)
  func ticksInWindow(from start: Int64, to end: Int64) -> Int64 {
    let first = max(start, warmUpEnd)
    let last = min(end, windowEnd)
    return last > first ? StageTimes.tick(last) &- StageTimes.tick(first) : 0
  }
}

/// The catalog, one row per SKU.
struct SKUTable: Sendable {
  var names: [String] = []
  var grams: [Int32] = []
  var price: [Int64] = []
  var margin: [Double] = []
  /// What a unit costs its seller [millionths].
  var cost: [Int64] = []
  var volume: [Double] = []
  var popularity: [Double] = []
  var seller: [Int32] = []
  /// Row of the category among the market's, by name; -1 for SKUs without one.
  var category: [Int32] = []
  /// Class and origin as duties tell them apart, a row of the market's duty codes.
  var dutyCode: [Int32] = []
}

struct Itinerary: BitwiseCopyable {
  var firstStep: Int32
  var firstCharge: Int32
  var chargeCount: Int32
  /// The first of them depend on what each shipment weighs or is worth.
  var weighedCharges: Int32
  var firstEmission: Int32
  var emissionCount: Int32
}

/// Where a site's stock rows are.
enum SiteStock: Hashable {
  /// Ships anything that its sellers sell.
  case unlimited
  /// Rows of all SKUs start here in `stockRowOf`.
  case rows(first: Int32)
}

/// One tier of sourcing: ranked sites per zone, or the site of the order's own seller.
struct TierTable {
  /// Ranked sites of each zone, flattened; empty for a tier of sellers' own sites.
  var ranked: [Int32] = []
  /// Start of each zone's sites [zones + 1].
  var starts: [Int32] = []
  /// Site of each seller, -1 for none; empty for a pooled tier [sellers].
  var siteOfSeller: [Int32] = []
  var choice = SourcingChoice.first
}

/// Stock of one SKU at one site.
struct StockSpec: BitwiseCopyable {
  var site: Int32
  var sku: Int32
  var reorderPoint: Int32
  /// The reorder point at a review.
  var reviewPoint: Int32 = 0
  var orderUpTo: Int32
  /// Order in multiples of this; 0: up to `orderUpTo`.
  var quantity: Int32
  var initial: Int32
  /// -1: it comes from `supplier`.
  var leadTimeLaw: Int32
  /// Stock row it is replenished from; -1: goods there never run out.
  var supplier: Int32 = -1
  /// Itinerary of what comes in; -1: straight to the shelf.
  var inbound: Int32 = -1
  /// Room one unit takes [cm3], or 1.
  var space: Int32 = 1
  /// Whether its levels are given one by one.
  var isFixed = false
  /// Units demanded per day, as expected.
  var expectedPerDay = 0.0
  /// Millionths per unit and second.
  var holdingPerSecond: Double
  var inboundPerUnit: Int64
  /// Keys the lead times: equal for equal (site, SKU) names in every strategy.
  var key: UInt64
}
