internal import Diagnostics
internal import Quantities
internal import ScenarioFile

/// The market's calendars of holidays in rows; row 0 has none.
struct HolidayTable: Sendable {
  private(set) var rows = [Holidays.none]
  private var rowOf: [String: Int] = [:]

  init(_ named: [Named<[CivilDate]>]) {
    for calendar in named.sorted(by: { $0.name < $1.name }) {
      rowOf[calendar.name] = rows.count
      rows.append(Holidays(calendar.value))
    }
  }

  /// The row of the calendar that is named, 0 where none is; reports a name that nobody knows.
  func row(_ name: Located<String>?, _ sink: DiagnosticSink) -> Int {
    guard let name else { return 0 }
    if let row = rowOf[name.value] { return row }
    sink.unknown("calendar of holidays", name, known: rowOf.keys.sorted())
    return 0
  }
}
