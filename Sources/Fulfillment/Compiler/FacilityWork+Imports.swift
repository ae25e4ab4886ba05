internal import Quantities
internal import RandomVariates

/// Customs: what is due by goods, origin and day, and delays that change from day to day.
extension FacilityWork {
  /// A shipment is declared: duty, taxes and brokerage are due by the rules of the day.
  ///
  /// - Parameter brokerage: Days on which it is another than that of the rules; the first that hold.
  mutating func declare(
    _ rules: ImportRules, brokerage: [(scope: RuleScope, amount: Double)] = []
  ) {
    if rules.isPlain, brokerage.isEmpty {
      charge(.duty, from: .seller, to: .state, perValue: rules.duty, aboveValue: rules.deMinimis)
      charge(.brokerage, from: .seller, to: .outside, perShipment: rules.brokerage)
      return
    }
    let scopes =
      rules.duties.map(\.scope) + rules.exemptions.map(\.scope) + rules.taxes.map(\.scope)
      + rules.taxExemptions.map(\.scope) + brokerage.map(\.scope)
    var table = DutyTable()
    for (date, start) in periods(of: scopes, rulesOf: rules.rulesOf) {
      table.starts.append(start)
      table.brokerage.append(
        micros(brokerage.first { $0.scope.holds(on: date) }?.amount ?? rules.brokerage))
      for code in builder.market.dutyCodes {
        table.rows.append(rules.row(of: code, on: date))
      }
    }
    append(
      Step(
        primitive: .gate, waitStage: .customs, workStage: .customs, flags: .declares,
        resource: builder.duties(table), label: label("declaration")))
  }

  /// A delay that passes only while the hours are open at the site and it keeps no holiday.
  mutating func delay(
    _ law: Law, named name: String, stage: Stage, while hours: WeeklyHours
  ) {
    guard law != .constant(0) else { return }
    append(
      Step(
        primitive: .travel, waitStage: stage, workStage: stage, resource: openings(hours),
        law: builder.law(law), purpose: builder.purpose("delay.\(scope)\(name)"),
        label: label(name)))
  }

  private func openings(_ hours: WeeklyHours) -> Int32 {
    if hours.isAlways { return -1 }
    return builder.openings(hours, except: site.holidays, in: site.timeZone)
  }

  /// A delay whose law is another on some days.
  mutating func delay(
    _ law: Law, named name: String, stage: Stage, while hours: WeeklyHours,
    dated: [(scope: RuleScope, probability: Double, law: Law)], rulesOf: CivilDate?
  ) {
    appendDated(
      1, law, dated, named: "delay.\(scope)\(name)", label: name, stage: stage,
      calendar: openings(hours), rulesOf: rulesOf)
  }

  /// With some probability a delay, both of which are others on some days.
  mutating func gate(
    _ probability: Double, delay law: Law, named name: String, stage: Stage,
    dated: [(scope: RuleScope, probability: Double, law: Law)], rulesOf: CivilDate?
  ) {
    appendDated(
      probability, law, dated, named: "gate.\(scope)\(name)", label: name, stage: stage,
      calendar: -1, rulesOf: rulesOf)
  }

  private mutating func appendDated(
    _ probability: Double, _ law: Law, _ dated: [(scope: RuleScope, probability: Double, law: Law)],
    named purpose: String, label name: String, stage: Stage, calendar: Int32, rulesOf: CivilDate?
  ) {
    var gate = DatedGate(calendar: calendar)
    for (date, start) in periods(of: dated.map(\.scope), rulesOf: rulesOf) {
      let row = dated.first { $0.scope.holds(on: date) }
      gate.starts.append(start)
      gate.probabilities.append(row?.probability ?? probability)
      gate.laws.append(builder.law(row?.law ?? law))
    }
    append(
      Step(
        primitive: .gate, waitStage: stage, workStage: stage, flags: .dated,
        resource: builder.datedGate(gate), purpose: builder.purpose(purpose), label: label(name)))
  }

  /// Days from which something changes, with their local midnights; the first reaches back to the
  /// beginning. One period alone where the rules of one day hold all the time.
  private func periods(of scopes: [RuleScope], rulesOf: CivilDate?) -> [(CivilDate, Int64)] {
    if let rulesOf { return [(rulesOf, .min)] }
    let changes = Set(scopes.compactMap(\.from) + scopes.compactMap(\.until)).sorted()
    guard let first = changes.first else { return [(CivilDate(dayNumber: 0), .min)] }
    return [(first + -1, .min)]
      + changes.map {
        ($0, builder.calendars.instant(of: .midnight, on: $0, in: site.timeZone))
      }
  }
}

extension ImportRules {
  /// What holds for goods of one class and origin on a day.
  func row(of code: DutyCode, on date: CivilDate) -> DutyRow {
    let from = code.origin.isEmpty ? origin : code.origin
    func levy(
      _ rate: Double, _ levies: [Levy], _ standard: Double, _ exemptions: [Exemption]
    ) -> LevyRow {
      let applying = levies.filter {
        $0.scope.holds(on: date) && $0.scope.concerns(origin: from)
          && ($0.dutyClass.isEmpty || $0.dutyClass == code.dutyClass)
      }
      let exemption = exemptions.first {
        $0.scope.holds(on: date) && $0.scope.concerns(origin: from)
      }
      return LevyRow(
        rate: rate + applying.reduce(0) { $0 + $1.rate },
        perParcel: micros(applying.reduce(0) { $0 + $1.perParcel }),
        perGram: applying.reduce(0) { $0 + $1.perMass } * 1e3,
        above: micros(exemption?.value ?? standard))
    }
    return DutyRow(
      duty: levy(duty, duties, deMinimis, exemptions),
      tax: levy(tax, taxes, taxExemption, taxExemptions))
  }
}

/// Goods that duties do not tell apart.
struct DutyCode: Hashable, Sendable {
  var dutyClass: String
  var origin: String

  /// The class of goods of which none is given.
  static let general = "general"
}
