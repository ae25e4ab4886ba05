/// Staff beyond the calendar: who stays after hours, and who is called by the backlog.
struct LaborSpec: Sendable, Hashable {
  /// Longest stay after hours and the length of its blocks [µs]; 0: none.
  var overtimeLongest: Int64 = 0
  var overtimeBlock: Int64 = 0
  /// Waiting shipments that call the extra staff, and how many come; 0: none.
  var surgeBacklog = 0
  var surgeStaff = 0
  /// Between looks at the backlog, from the call to work, and at work [µs].
  var surgeCheck: Int64 = 0
  var surgeNotice: Int64 = 0
  var surgeLength: Int64 = 0
  /// Pay beyond the wage, as shares of it.
  var overtimePremium = 0.0
  var surgePremium = 0.0

  /// Nil for a process whose staff is what its calendar says.
  init?(_ process: Process) {
    guard process.overtime != nil || process.surge != nil else { return nil }
    if let overtime = process.overtime {
      overtimeLongest = Int64(overtime.longest * 1e6)
      overtimeBlock = Int64(overtime.block * 1e6)
      overtimePremium = overtime.pay - 1
    }
    if let surge = process.surge {
      surgeBacklog = surge.backlog
      surgeStaff = surge.staff
      surgeCheck = Int64(surge.check * 1e6)
      surgeNotice = Int64(surge.notice * 1e6)
      surgeLength = Int64(surge.length * 1e6)
      surgePremium = surge.pay - 1
    }
  }
}
