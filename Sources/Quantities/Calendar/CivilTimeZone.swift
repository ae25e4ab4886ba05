internal import Foundation
internal import Synchronization

/// A time zone of the IANA database with its table of offsets from 1990 to 2090.
///
/// A value that shares one table per identifier in the process, so copying and looking up are cheap.
/// Before the table's first change its first offset holds, after the last one the last.
public struct CivilTimeZone: Sendable {
  private let table: ZoneTable

  /// Nil when the database has no such zone; only names such as "America/New_York" and "UTC" count.
  public init?(_ identifier: String) {
    guard let table = ZoneTable.shared(identifier) else { return nil }
    self.table = table
  }

  public static let utc = CivilTimeZone("UTC")!

  public var identifier: String { table.identifier }

  /// Every name of the database that this system knows, sorted.
  public static var knownIdentifiers: [String] {
    (TimeZone.knownTimeZoneIdentifiers + ["UTC"]).sorted()
  }

  /// Seconds east of UTC at a moment.
  public func offset(atUnixSeconds time: Int64) -> Int {
    table.offsets[table.index(time)]
  }

  /// The moment at which the wall clock shows `wallSeconds` (seconds since 1970-01-01 as shown).
  ///
  /// A time that daylight saving skips is read with the offset before the change, so 02:30 becomes
  /// 03:30; of a time that comes twice the first is meant.
  public func unixSeconds(wallSeconds: Int64) -> Int64 {
    // Offsets stay within ±14 h, so the offsets a day before and after bracket any change.
    let before = Int64(offset(atUnixSeconds: wallSeconds - 86400))
    let after = Int64(offset(atUnixSeconds: wallSeconds + 86400))
    if before == after {
      let guess = wallSeconds - before
      if Int64(offset(atUnixSeconds: guess)) == before { return guess }
    }
    let candidates = [wallSeconds - max(before, after), wallSeconds - min(before, after)]
    for candidate in candidates
    where candidate + Int64(offset(atUnixSeconds: candidate)) == wallSeconds {
      return candidate
    }
    return wallSeconds - before
  }

  /// What the wall clock shows at a moment, as seconds since 1970-01-01.
  public func wallSeconds(unixSeconds time: Int64) -> Int64 {
    time + Int64(offset(atUnixSeconds: time))
  }

  /// The date and time that the wall clock shows at a moment.
  public func civil(unixSeconds time: Int64) -> CivilDateTime {
    let wall = wallSeconds(unixSeconds: time)
    let day = wall >= 0 ? wall / 86400 : (wall - 86399) / 86400
    return CivilDateTime(
      CivilDate(dayNumber: Int(day)), TimeOfDay(seconds: Int(wall - day * 86400))!)
  }

  /// Moments within the range at which the offset changes.
  public func changes(from start: Int64, to end: Int64) -> [Int64] {
    table.starts.filter { $0 > start && $0 < end }
  }
}

extension CivilTimeZone: Hashable, CustomStringConvertible {
  public static func == (a: CivilTimeZone, b: CivilTimeZone) -> Bool {
    a.identifier == b.identifier
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
  public var description: String { identifier }
}

/// Offsets of one zone: `offsets[i]` holds from `starts[i]` on.
private final class ZoneTable: Sendable {
  let identifier: String
  let starts: [Int64]
  let offsets: [Int]

  private static let firstMoment: Int64 = 631_152_000  // 1990-01-01
  private static let lastMoment: Int64 = 3_786_912_000  // 2090-01-01
  private static let cache = Mutex<[String: ZoneTable]>([:])

  static func shared(_ identifier: String) -> ZoneTable? {
    if let known = cache.withLock({ $0[identifier] }) { return known }
    let hasForm = identifier == "UTC" || identifier == "GMT" || identifier.contains("/")
    guard hasForm, identifier.utf8.count < 64, let zone = TimeZone(identifier: identifier) else {
      return nil
    }
    let table = ZoneTable(identifier, zone)
    return cache.withLock { known in
      if let first = known[identifier] { return first }
      known[identifier] = table
      return table
    }
  }

  private init(_ identifier: String, _ zone: TimeZone) {
    self.identifier = identifier
    var starts = [Int64.min]
    var moment = Date(timeIntervalSince1970: Double(Self.firstMoment))
    var offsets = [zone.secondsFromGMT(for: moment)]
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next > moment,
      next.timeIntervalSince1970 < Double(Self.lastMoment)
    {
      moment = next
      let offset = zone.secondsFromGMT(for: next.addingTimeInterval(1))
      guard offset != offsets.last else { continue }
      starts.append(Int64(next.timeIntervalSince1970.rounded()))
      offsets.append(offset)
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// The last start that is not behind `time`.
  func index(_ time: Int64) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= time { low = middle } else { high = middle }
    }
    return low
  }
}
