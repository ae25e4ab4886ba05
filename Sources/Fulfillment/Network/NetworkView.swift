internal import DiscreteEvent
internal import RandomVariates

/// Raw views of the tables that the kernel's loop reads: no bounds checks, no reference counting.
///
/// Valid while the network lives.
struct NetworkView: BitwiseCopyable, @unchecked Sendable {
  let clock: RunClock
  let steps: UnsafePointer<StepRow>
  let laws: UnsafePointer<LawSampler>
  let purposes: UnsafePointer<UInt64>
  let itineraries: UnsafePointer<Itinerary>
  let itineraryOf: UnsafePointer<Int32>
  let itineraryCharges: UnsafePointer<Int32>
  let itineraryChargeDue: UnsafePointer<UInt8>
  let charges: UnsafePointer<Charge>
  let rates: UnsafePointer<Rate>
  let stations: UnsafePointer<StationView>
  let departures: UnsafePointer<DepartureSpec>
  let gates: UnsafePointer<Double>
  let ends: UnsafePointer<EndSpec>
  let lockers: UnsafePointer<LockerView>
  let datedGates: UnsafePointer<DatedGateView>
  let speeds: UnsafePointer<SpeedView>
  let duties: UnsafePointer<DutyView>
  let dutyCodeCount: Int
  /// Row of each SKU in the duty tables; empty unless there is one.
  let skuDutyCode: UnsafePointer<Int32>
  let roundStops: UnsafePointer<RoundStop>
  let stockSpecs: UnsafePointer<StockSpec>
  let stockRowOf: UnsafePointer<Int32>
  /// First row of each site in `stockRowOf`, -1 for stock without limit.
  let siteStock: UnsafePointer<Int32>
  let siteRegion: UnsafePointer<Int32>
  let zoneRegion: UnsafePointer<Int32>
  let skuGrams: UnsafePointer<Int32>
  let skuPrice: UnsafePointer<Int64>
  let skuCost: UnsafePointer<Int64>
  let hasCommerce: Bool
  let hasSubsidies: Bool
  /// Whether what carriers are paid is kept per order.
  let tracksShipping: Bool
  let commerce: CommerceView
  let hasCarrying: Bool
  let hasCapitalCost: Bool
  let carrying: CarryingView
  /// Whether a site is its seller's own [sites].
  let isOwnSite: UnsafePointer<Bool>
  /// Volume of one unit [cm3]; empty unless `usesVolume`.
  let skuVolume: UnsafePointer<Int64>
  let usesVolume: Bool
  let timetables: UnsafePointer<UnsafeBufferPointer<Int64>>
  let opens: UnsafePointer<UnsafeBufferPointer<Int64>>
  let closes: UnsafePointer<UnsafeBufferPointer<Int64>>
  let tiers: UnsafePointer<TierView>
  /// Mean time of each itinerary and stage when nothing is short [0.01 s; itineraries x stages].
  let plannedTicks: UnsafePointer<Float>
  /// Row of the series that each station, and behind them each round, counts in.
  let seriesRow: UnsafePointer<Int32>
  let promise: PromiseView
  let ownPromise: PromiseView
  let hasOwnPromise: Bool
  let dayLimits: UnsafeBufferPointer<PromiseView>
  /// What customers do besides waiting, if anything.
  let customers: UnsafePointer<CustomerView>?
  let hasCustomers: Bool
  /// Channel of each source; group of each zone, -1 without groups.
  let channelOfSource: UnsafePointer<Int32>
  let groupOfZone: UnsafePointer<Int32>
  let channelCount: Int
  /// Channels that figures are given for: 0 if there is only one.
  let slicedChannels: Int
  let isSliced: Bool
  /// Whether not all of the market's orders may come.
  let isSelective: Bool
  let hasResponse: Bool
  let hasListing: Bool
  let response: ResponseTable
  let listing: ListingTable
  let responsePurpose: UInt64
  let skuCount: Int
  let shortage: Strategy.Shortage
  let shipmentsMost: Int
  let inbounds: UnsafePointer<InboundSpec>
  let sisters: UnsafePointer<Sister>
  let spaces: UnsafePointer<SpaceSpec>
  let hasStorageLimits: Bool
  let hasTransshipment: Bool
  let hasForecasts: Bool
  /// Whether a tier ranks by what is on hand, and whether one splits into the fewest shipments.
  let choosesByStock: Bool
  let splitsFew: Bool
  let timetableCount: Int
  let tierCount: Int
  let zoneCount: Int
  let siteCount: Int
  let stationCount: Int
  let departureCount: Int
  let roundCount: Int
  let stockCount: Int
  let customerPurpose: UInt64
  let leadTimePurpose: UInt64

  /// First instant of a timetable at or after `instant`; `.max` if there is none.
  ///
  /// - Parameter cursor: Where the last search of this timetable ended; times asked for grow most of the
  ///   time, so that the answer is there or one further.
  @inline(__always)
  func next(in timetable: Int32, atOrAfter instant: Int64, cursor: inout Int32) -> Int64 {
    let instants = timetables[Int(timetable)]
    var index = Int(cursor)
    if index < instants.count, instants[index] < instant {
      index += 1
      if index < instants.count, instants[index] < instant {
        index = firstIndex(in: instants, atOrAfter: instant)
      }
    } else if index > 0, instants[index - 1] >= instant {
      index = firstIndex(in: instants, atOrAfter: instant)
    }
    cursor = Int32(truncatingIfNeeded: index)
    return index < instants.count ? instants[index] : .max
  }

  /// Price of the first weight class that holds the weight, or of the last and what exceeds it.
  func rate(_ charge: UnsafePointer<Charge>, grams: Double) -> Int64 {
    let first = Int(charge.pointee.firstRate)
    let last = first + Int(charge.pointee.rateCount) - 1
    for row in first...last where grams <= rates[row].upToGrams {
      return rates[row].price
    }
    let top = rates[last]
    return top.price + Int64(saturating: (grams - top.upToGrams) * top.perFurtherGram)
  }

  /// Last instant of a timetable before `instant`, by the cursor of the search that found the next; `.min` if
  /// there is none.
  @inline(__always)
  func previous(in timetable: Int32, before instant: Int64, cursor: Int) -> Int64 {
    let instants = timetables[Int(timetable)]
    var index = min(cursor, instants.count)
    while index > 0, instants[index - 1] >= instant { index -= 1 }
    return index > 0 ? instants[index - 1] : .min
  }

  /// When a calendar is open at or after `instant`, and until when; `.max` if it never is.
  func opening(_ calendar: Int32, at instant: Int64) -> (from: Int64, until: Int64) {
    let closes = closes[Int(calendar)]
    let index = firstIndex(in: closes, atOrAfter: instant &+ 1)
    guard index < closes.count else { return (.max, .max) }
    return (max(instant, opens[Int(calendar)][index]), closes[index])
  }

  /// When something that takes `span` is over if its time counts only while the calendar is open.
  @inline(__always)
  func elapse(_ span: Int64, from start: Int64, calendar: Int32) -> Int64 {
    let opens = opens[Int(calendar)]
    let closes = closes[Int(calendar)]
    var index = firstIndex(in: closes, atOrAfter: start &+ 1)
    var left = span
    var now = start
    while index < closes.count {
      now = max(now, opens[index])
      if now &+ left <= closes[index] { return now &+ left }
      left &-= closes[index] &- now
      index += 1
    }
    return .max
  }
}

extension NetworkView {
  /// Copies what the loop reads out of the tables.
  init(_ tables: NetworkTables, in memory: NetworkMemory) {
    clock = tables.clock
    steps = memory.copy(tables.steps.map(StepRow.init))
    laws = memory.copy(tables.laws.map(\.sampler))
    purposes = memory.copy(tables.purposes.map(\.key))
    itineraries = memory.copy(tables.itineraries)
    itineraryOf = memory.copy(tables.itineraryOf)
    itineraryCharges = memory.copy(tables.itineraryCharges)
    itineraryChargeDue = memory.copy(tables.itineraryChargeDue)
    charges = memory.copy(tables.charges)
    rates = memory.copy(tables.rates)
    let serversAhead = tables.serversAhead
    stations = memory.copy(
      zip(tables.stations, serversAhead).map {
        StationView(
          wagePerMicrosecond: $0.wagePerSecond * 1e-6, account: $0.account,
          payer: tables.siteOwners[$0.site], oldestOrderFirst: $0.oldestOrderFirst,
          serversAhead: $1)
      })
    departures = memory.copy(tables.departures)
    gates = memory.copy(tables.gates.map(\.probability))
    ends = memory.copy(tables.ends)
    lockers = memory.copy(
      tables.lockers.map {
        LockerView(
          compartments: Int32($0.compartments), collection: $0.collection, hold: $0.hold)
      })
    datedGates = memory.copy(tables.datedGates.map { DatedGateView($0, in: memory) })
    speeds = memory.copy(tables.speeds.map { SpeedView($0, in: memory) })
    duties = memory.copy(tables.duties.map { DutyView($0, in: memory) })
    dutyCodeCount = tables.dutyCodeCount
    skuDutyCode = memory.copy(tables.duties.isEmpty ? [] : tables.skus.dutyCode)
    roundStops = memory.copy(tables.roundStops)
    stockSpecs = memory.copy(tables.stocks)
    stockRowOf = memory.copy(tables.stockRowOf)
    siteStock = memory.copy(
      tables.siteStock.map { stock -> Int32 in
        if case .rows(let first) = stock { return first }
        return -1
      })
    siteRegion = memory.copy(tables.siteRegion)
    zoneRegion = memory.copy(tables.zoneRegion)
    skuGrams = memory.copy(tables.skus.grams)
    skuPrice = memory.copy(tables.skus.price)
    skuCost = memory.copy(tables.skus.cost)
    hasCommerce = tables.commerce != nil
    hasSubsidies = tables.commerce?.subsidies.isEmpty == false
    commerce = CommerceView(
      tables.commerce ?? CommerceTable(), skuCount: tables.skus.names.count, in: memory)
    tracksShipping = commerce.tracksShipping
    hasCarrying = tables.carrying != nil
    carrying = CarryingView(tables.carrying ?? CarryingTable(), in: memory)
    hasCapitalCost = carrying.capitalPerMicrosecond > 0
    isOwnSite = memory.copy(tables.siteOwners.map { $0 == .seller })
    usesVolume = tables.usesVolume
    skuVolume = memory.copy(
      usesVolume ? tables.skus.volume.map(SKUTable.cubicCentimeters) : [])
    timetables = memory.copy(
      tables.timetables.map { memory.buffer($0.instants) })
    opens = memory.copy(
      tables.openings.map { memory.buffer($0.opens) })
    closes = memory.copy(
      tables.openings.map { memory.buffer($0.closes) })
    tiers = memory.copy(
      tables.tiers.map {
        TierView(
          ranked: memory.copy($0.ranked), starts: $0.starts.isEmpty ? nil : memory.copy($0.starts),
          siteOfSeller: $0.siteOfSeller.isEmpty ? nil : memory.copy($0.siteOfSeller),
          choice: $0.choice)
      })
    plannedTicks = memory.copy(tables.plannedTicks)
    seriesRow = memory.copy(tables.seriesRow)
    promise = PromiseView(tables.promise, in: memory)
    ownPromise = PromiseView(tables.ownPromise ?? tables.promise, in: memory)
    hasOwnPromise = tables.ownPromise != nil
    dayLimits = memory.buffer(tables.dayLimits.map { PromiseView($0.table, in: memory) })
    customers = tables.customers.map {
      memory.copy([CustomerView($0, of: tables, in: memory)])
    }
    hasCustomers = tables.customers != nil
    channelOfSource = memory.copy(tables.channels.rows)
    groupOfZone = memory.copy(
      tables.zoneGroups.sliced.isEmpty
        ? [Int32](repeating: -1, count: tables.zoneNames.count) : tables.zoneGroups.rows)
    channelCount = tables.channels.names.count
    slicedChannels = tables.channels.sliced.count
    isSliced = slicedChannels > 0 || !tables.zoneGroups.sliced.isEmpty
    hasResponse = tables.response != nil
    hasListing = tables.listing != nil
    isSelective = hasResponse || hasListing
    response = tables.response ?? ResponseTable(PromiseResponse())
    listing = tables.listing ?? ListingTable(Listing())
    responsePurpose = Purpose("customer.response").key
    skuCount = tables.skus.names.count
    shortage = tables.shortage
    shipmentsMost = tables.shipmentsMost
    inbounds = memory.copy(tables.inbounds)
    sisters = memory.copy(tables.sisters)
    spaces = memory.copy(tables.spaces)
    hasStorageLimits = tables.spaces.contains { $0.limit >= 0 }
    hasTransshipment = !tables.sisters.isEmpty
    hasForecasts = tables.plans.contains { $0.forecastEvery > 0 }
    choosesByStock = tables.tiers.contains { $0.choice == .mostOnHand }
    splitsFew = tables.tiers.contains { $0.choice == .fewestShipments }
    timetableCount = tables.timetables.count
    tierCount = tables.tiers.count
    zoneCount = tables.zoneNames.count
    siteCount = tables.siteNames.count
    stationCount = tables.stations.count
    departureCount = tables.departures.count
    roundCount = tables.rounds.count
    stockCount = tables.stocks.count
    customerPurpose = Purpose("customer.place").key
    leadTimePurpose = Purpose("lead_time").key
  }
}

/// Memory that lives as long as its network.
final class NetworkMemory: @unchecked Sendable {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// A copy of the rows, freed with this object.
  func copy<Row: BitwiseCopyable>(_ rows: [Row]) -> UnsafePointer<Row> {
    let block = UnsafeMutablePointer<Row>.allocate(capacity: max(1, rows.count))
    block.initialize(from: rows, count: rows.count)
    blocks.append(UnsafeMutableRawPointer(block))
    return UnsafePointer(block)
  }

  /// A copy of the rows with their count.
  func buffer<Row: BitwiseCopyable>(_ rows: [Row]) -> UnsafeBufferPointer<Row> {
    UnsafeBufferPointer(start: copy(rows), count: rows.count)
  }

  deinit { for block in blocks { block.deallocate() } }
}

/// What the loop needs of a station.
struct StationView: BitwiseCopyable {
  var wagePerMicrosecond: Double
  var account: Account
  var payer: Party
  var oldestOrderFirst: Bool
  /// Servers of a station from which nothing is contended for until the door, so that its work may be
  /// planned when a shipment joins its queue; 0: it works by events.
  var serversAhead: Int32
}

/// One tier of sourcing, raw.
struct TierView: BitwiseCopyable {
  var ranked: UnsafePointer<Int32>
  var starts: UnsafePointer<Int32>?
  var siteOfSeller: UnsafePointer<Int32>?
  var choice: SourcingChoice

  /// Sites to try for an order of this zone and seller, in order.
  @inline(__always)
  func sites(zone: Int32, seller: Int32) -> UnsafeBufferPointer<Int32> {
    if let siteOfSeller {
      let site = siteOfSeller + Int(seller)
      return UnsafeBufferPointer(start: site, count: site.pointee >= 0 ? 1 : 0)
    }
    let starts = starts.unsafelyUnwrapped
    let first = Int(starts[Int(zone)])
    return UnsafeBufferPointer(
      start: ranked + first, count: Int(starts[Int(zone) + 1]) - first)
  }
}

/// Index of the first element at or after `value` in a sorted buffer; its count if there is none.
@inline(__always)
func firstIndex(in sorted: UnsafeBufferPointer<Int64>, atOrAfter value: Int64) -> Int {
  var low = 0
  var high = sorted.count
  while low < high {
    let middle = (low &+ high) >> 1
    if sorted[middle] < value { low = middle &+ 1 } else { high = middle }
  }
  return low
}
