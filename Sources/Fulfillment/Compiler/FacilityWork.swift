internal import Quantities
public import RandomVariates
internal import ScenarioFile

/// What a facility kind lowers itself onto: steps and charges of one site.
public struct FacilityWork {
  let builder: NetworkBuilder
  let site: SiteModel
  /// Name of the kind, part of the purposes of goods passing through.
  let scope: String
  private(set) var steps: [Step] = []
  private(set) var charges: [Charge] = []
  /// Steps that are behind a shipment when each charge falls due.
  private(set) var chargeDues: [Int] = []

  init(_ builder: NetworkBuilder, at site: SiteModel, scope: String) {
    self.builder = builder
    self.site = site
    self.scope = scope
  }

  mutating func append(_ step: Step) { steps.append(step) }

  /// Work by parallel servers with one queue; nothing if it takes no time.
  public mutating func process(
    _ process: Process, named name: String, account: Account, wait: Stage = .queue,
    work: Stage = .work
  ) {
    guard process.time != .constant(0) else { return }
    var flags: Step.Flags = []
    if process.per == .line { flags.insert(.perLine) }
    if process.per == .unit { flags.insert(.perUnit) }
    steps.append(
      Step(
        primitive: .station, waitStage: wait, workStage: work, flags: flags,
        resource: builder.station(process, named: name, at: site, account: account),
        law: builder.law(process.time), purpose: builder.purpose("service.\(scope)\(name)"),
        label: label(name)))
  }

  /// Orders wait for the next wave of release; nothing where they are released at once.
  public mutating func release(_ waves: Departures?) {
    guard let waves,
      let timetable = builder.timetable(waves, except: site.holidays, in: site.timeZone)
    else { return }
    let spec = DepartureSpec(
      timetable: timetable, cutOff: Int64(waves.cutOff * 1e6),
      capacity: Int32(waves.capacity ?? 0), perTrip: 0, account: .handling)
    steps.append(
      Step(
        primitive: .departure, waitStage: .queue, workStage: .queue,
        resource: builder.departure(spec, key: "release|\(site.name)"),
        label: label("release")))
  }

  /// A delay without contention.
  public mutating func delay(_ law: Law, named name: String, stage: Stage) {
    guard law != .constant(0) else { return }
    steps.append(
      Step(
        primitive: .travel, waitStage: stage, workStage: stage, law: builder.law(law),
        purpose: builder.purpose("delay.\(scope)\(name)"), label: label(name)))
  }

  /// With some probability, a delay.
  public mutating func gate(
    _ probability: Double, delay law: Law, named name: String, stage: Stage
  ) {
    steps.append(
      Step(
        primitive: .gate, waitStage: stage, workStage: stage, resource: builder.gate(probability),
        law: builder.law(law), purpose: builder.purpose("gate.\(scope)\(name)"),
        label: label(name)))
  }

  func label(_ name: String) -> Int32 {
    builder.label(StepLabel(name: name, site: site.index))
  }

  /// A cost of each shipment; amounts in the scenario's currency. What the operator pays is paid by whoever
  /// runs the site.
  public mutating func charge(
    _ account: Account, from payer: Party, to payee: Party, perShipment: Double = 0,
    perLine: Double = 0, perUnit: Double = 0, perKilogram: Double = 0, perValue: Double = 0,
    aboveValue: Double = 0
  ) {
    guard perShipment != 0 || perLine != 0 || perUnit != 0 || perKilogram != 0 || perValue != 0
    else { return }
    chargeDues.append(steps.count)
    charges.append(
      Charge(
        account: account, payer: payer == .facilityOperator ? site.owner : payer, payee: payee,
        perShipment: micros(perShipment),
        perLine: micros(perLine), perUnit: micros(perUnit), perGram: perKilogram * 1e3,
        perValue: perValue, aboveValue: micros(aboveValue)))
  }
}

/// Whole millionths of an amount.
func micros(_ amount: Double) -> Int64 { Int64(saturating: amount * 1e6) }
