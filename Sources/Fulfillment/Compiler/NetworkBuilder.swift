internal import Diagnostics
internal import DiscreteEvent
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// Collects the tables of a network; equal rows are kept once.
final class NetworkBuilder {
  var tables = NetworkTables()
  let market: MarketModel
  let sink: DiagnosticSink
  let calendars: Calendars
  private(set) var stationDrafts: [StationDraft] = []
  private(set) var roundDrafts: [RoundDraft] = []
  /// Time of a stop with a trip of its own, per row of `tables.roundStops` [s].
  var secondsPerStop: [Double] = []

  /// What was odd about the calendars made since it was last asked for.
  private var problem: CalendarProblem?

  enum CalendarProblem {
    case tooLarge, noDeparture
  }

  private var labelRows: [StepLabel: Int32] = [:]
  private var lawRows: [Law: Int32] = [:]
  private var purposeRows: [String: Int32] = [:]
  private var timetableRows: [Timetable: Int32] = [:]
  private var openingRows: [OpeningTimes: Int32] = [:]
  private var openingsOf: [String: Int32] = [:]
  private var timetablesOf: [String: Int32?] = [:]
  private var chargeRows: [Charge: Int32] = [:]
  private var endRows: [EndSpec: Int32] = [:]
  private var lockerRows: [String: Int32] = [:]
  var speedRows: [String: Int32] = [:]
  private var emissionRows: [EmissionLeg: Int32] = [:]
  private var rateRows: [[Rate]: Int32] = [:]
  private var stationRows: [String: Int32] = [:]
  var departureRows: [String: Int32] = [:]
  private var roundRows: [String: Int32] = [:]

  init(_ market: MarketModel, _ sink: DiagnosticSink) {
    self.market = market
    self.sink = sink
    calendars = Calendars(epoch: market.epoch, limit: market.clock.limit)
  }

  struct StationDraft {
    var site: SiteModel
    var name: String
    var process: Process
    var account: Account
  }

  struct RoundDraft {
    var site: SiteModel
    var name: String
    var plan: RoundPlan
  }

  func law(_ law: Law) -> Int32 {
    if let row = lawRows[law] { return row }
    let row = Int32(tables.laws.count)
    tables.laws.append(law)
    lawRows[law] = row
    return row
  }

  func purpose(_ name: String) -> Int32 {
    if let row = purposeRows[name] { return row }
    let row = Int32(tables.purposes.count)
    tables.purposes.append(Purpose(name))
    purposeRows[name] = row
    return row
  }

  func label(_ label: StepLabel) -> Int32 {
    if let row = labelRows[label] { return row }
    let row = Int32(tables.labels.count)
    tables.labels.append(label)
    labelRows[label] = row
    return row
  }

  /// The row of a timetable, or nil where it leaves at once.
  ///
  /// - Parameter holidays: Row of the calendar that holds unless the departures name their own.
  func timetable(_ departures: Departures, except holidays: Int, in timeZone: CivilTimeZone)
    -> Int32?
  {
    let holidays = departures.holidays.map { market.holidays.row($0, sink) } ?? holidays
    let key =
      "\(departures.at)|\(departures.every ?? 0)|\(departures.days)|\(holidays)|"
      + timeZone.identifier
    if let known = timetablesOf[key] { return known }
    var row: Int32?
    let table = calendars.timetable(
      departures, except: market.holidays.rows[holidays], in: timeZone)
    if calendars.isExhausted { problem = .tooLarge }
    if let table {
      let limit = market.clock.limit
      if !table.instants.contains(where: { $0 >= 0 && $0 <= limit }) { problem = .noDeparture }
      row = timetableRows[table] ?? Int32(tables.timetables.count)
      if timetableRows.updateValue(row!, forKey: table) == nil { tables.timetables.append(table) }
    }
    timetablesOf[key] = .some(row)
    return row
  }

  /// What was odd since the last call.
  func takeProblem() -> CalendarProblem? {
    defer { problem = nil }
    return problem
  }

  /// The row of a calendar of opening times.
  func openings(_ hours: WeeklyHours, except holidays: Int, in timeZone: CivilTimeZone) -> Int32 {
    let key = "\(hours)|\(holidays)|\(timeZone.identifier)"
    if let known = openingsOf[key] { return known }
    let openings = calendars.openings(
      hours, except: market.holidays.rows[holidays], in: timeZone)
    if calendars.isExhausted { problem = .tooLarge }
    let row = openingRows[openings] ?? Int32(tables.openings.count)
    if openingRows.updateValue(row, forKey: openings) == nil { tables.openings.append(openings) }
    openingsOf[key] = row
    return row
  }

  func charge(_ charge: Charge) -> Int32 {
    var charge = charge
    charge.isPlain = !charge.hasTerms
    if let row = chargeRows[charge] { return row }
    let row = Int32(tables.charges.count)
    tables.charges.append(charge)
    chargeRows[charge] = row
    return row
  }

  func emission(_ leg: EmissionLeg) -> Int32 {
    if let row = emissionRows[leg] { return row }
    let row = Int32(tables.emissionLegs.count)
    tables.emissionLegs.append(leg)
    emissionRows[leg] = row
    return row
  }

  /// First row of a rate card's classes.
  func rates(_ rates: [Rate]) -> Int32 {
    if let row = rateRows[rates] { return row }
    let row = Int32(tables.rates.count)
    tables.rates += rates
    rateRows[rates] = row
    return row
  }

  /// The station of a process at a site, made when first asked for.
  func station(_ process: Process, named name: String, at site: SiteModel, account: Account)
    -> Int32
  {
    let key = "\(site.name)|\(name)"
    if let row = stationRows[key] { return row }
    let row = Int32(stationDrafts.count)
    stationDrafts.append(StationDraft(site: site, name: name, process: process, account: account))
    stationRows[key] = row
    return row
  }

  /// The vehicles of a plan at a site, for one zone or for all.
  func round(_ plan: RoundPlan, named name: String, at site: SiteModel, key: String) -> Int32 {
    if let row = roundRows[key] { return row }
    let row = Int32(roundDrafts.count)
    roundDrafts.append(RoundDraft(site: site, name: name, plan: plan))
    roundRows[key] = row
    return row
  }

  /// The lockers of this name, made when first asked for.
  func locker(_ locker: LockerSpec) -> Int32 {
    if let row = lockerRows[locker.name] { return row }
    let row = Int32(tables.lockers.count)
    tables.lockers.append(locker)
    lockerRows[locker.name] = row
    return row
  }

  func end(_ end: EndSpec) -> Int32 {
    if let row = endRows[end] { return row }
    let row = Int32(tables.ends.count)
    tables.ends.append(end)
    endRows[end] = row
    return row
  }

  func duties(_ table: DutyTable) -> Int32 {
    tables.duties.append(table)
    return Int32(tables.duties.count - 1)
  }

  func datedGate(_ gate: DatedGate) -> Int32 {
    tables.datedGates.append(gate)
    return Int32(tables.datedGates.count - 1)
  }

  func gate(_ probability: Double) -> Int32 {
    tables.gates.append(GateSpec(probability: probability))
    return Int32(tables.gates.count - 1)
  }
}

/// A member of a group of facilities.
struct SiteModel {
  var index: Int
  var name: String
  var group: Int
  var position: Position
  var timeZone: CivilTimeZone
  /// Row of its calendar of holidays; 0: none.
  var holidays = 0
  /// Sites of this kind that it stands for.
  var likeSites = 1
  /// Longest way to its customers [m].
  var coverage = Double.infinity
  /// The seller whose site it is.
  var seller: Int?
  /// Who bears what the site costs.
  var owner = Party.facilityOperator
}
