internal import Dispatch
public import Experiments
internal import Foundation
internal import GRDB
internal import Synchronization

/// Keeps runs in a study as they finish.
///
/// What finishes within some milliseconds goes into one transaction, on a thread of its own: short runs
/// hardly pay for it, and a run is in the file before anybody could miss it. What was written survives
/// the end of the process, however it comes; what the machine had not yet put on its disk when the
/// power failed is lost as whole transactions, and is run again.
public final class StudyWriter: ReplicationStore {
  private struct Finished {
    var record: RunRecord
    var totals: (any ReplicationTotals)?
  }
  private struct State {
    var waiting: [Finished] = []
    var isScheduled = false
    var failure: StudyError?
  }
  private struct Written {
    var totals: [(any ReplicationTotals)?]
    /// Points whose sums in the file lack runs, and when they lacked none.
    var behind: Set<Int> = []
    var summedAt = 0.0
    var runs = 0
    var entities = 0
    var events = 0
    var session: Int64?
    /// Runs that were run again for the sums.
    var again: Set<Int64> = []
  }

  /// Longest time a finished run waits for others [ms].
  private static let patience = 50
  /// Runs that may wait; who finishes more writes them down at once.
  private static let waitingMaximum = 256
  /// Sums may lack the runs of this long [s]; after a crash those are run again. In the first second
  /// they may lack half of it at most: who is killed soon and often gets on all the same.
  private static let summingInterval = 1.0

  private let file: StudyFile
  private let earlier: StoredRuns
  /// Runs that the sums lack.
  private let unsummed: Set<Int64>
  private let plans: [ValuePlan]
  private let facts: String
  private let threads: Int
  private let watch = Stopwatch()
  private let state = Mutex(State())
  private let written: Mutex<Written>
  private let queue = DispatchQueue(label: "study", qos: .userInitiated)
  public var isReadOnly: Bool { false }

  /// - Parameters:
  ///   - facts: Of this session: the version, the machine.
  ///   - totals: What ``StudyFile/totals()`` tells of each point; nil where it tells nothing.
  public init(
    _ file: StudyFile, facts: [String: String], threads: Int,
    totals: [(any ReplicationTotals)?]
  ) throws(StudyError) {
    self.file = file
    earlier = try file.stored()
    unsummed = try file.unsummed()
    plans = file.content.points.map { ValuePlan($0.responses) }
    written = Mutex(Written(totals: totals))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    self.facts = (try? encoder.encode(facts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    self.threads = threads
  }

  /// Runs that were there before.
  public var earlierCount: Int { earlier.count }

  /// Why something could not be written.
  public var failure: StudyError? { state.withLock { $0.failure } }

  /// Runs in the file by now.
  public var storedCount: Int { earlier.count + written.withLock { $0.runs } }

  public func result(point: Int, replication: Int) -> ReplicationResult? {
    unsummed.contains(file.id(point: point, replication: replication))
      ? nil : earlier.result(point: point, replication: replication)
  }

  /// Sums over all runs that were kept, by point.
  public var totals: [(any ReplicationTotals)?] { written.withLock { $0.totals } }

  public func keep(_ result: ReplicationResult, point: Int, replication: Int)
    throws(ExperimentError)
  {
    let record = RunRecord(
      result, point: point, replication: replication,
      id: file.id(point: point, replication: replication), plans[point])
    let (waiting, schedules) = state.withLock { state in
      state.waiting.append(Finished(record: record, totals: result.totals))
      let schedules = !state.isScheduled
      state.isScheduled = true
      return (state.waiting.count, schedules)
    }
    if schedules {
      queue.asyncAfter(deadline: .now() + .milliseconds(Self.patience)) { self.writeWaiting() }
    }
    if waiting > Self.waitingMaximum { queue.sync { writeWaiting() } }
    if let failure { throw .notStored(reason: failure.reason) }
  }

  public func flush() throws(ExperimentError) {
    queue.sync { writeWaiting(all: true) }
    if let failure { throw .notStored(reason: failure.reason) }
  }

  /// On the queue only.
  private func writeWaiting(all: Bool = false) {
    let batch = state.withLock { state in
      state.isScheduled = false
      defer { state.waiting = [] }
      return state.failure == nil ? state.waiting : nil
    }
    guard let batch, all || !batch.isEmpty else { return }
    do {
      try written.withLock { written in
        for finished in batch { add(finished, &written) }
        try file.queue.write { try insert(batch, $0, &written, sums: all) }
      }
    } catch {
      state.withLock { $0.failure = StudyError(error, writing: true) }
    }
  }

  private func add(_ finished: Finished, _ written: inout Written) {
    guard let totals = finished.totals else { return }
    let point = finished.record.point
    written.behind.insert(point)
    if unsummed.contains(finished.record.id) { written.again.insert(finished.record.id) }
    if written.totals[point] == nil {
      written.totals[point] = totals
    } else {
      written.totals[point]!.add(totals)
    }
  }

  private func insert(_ batch: [Finished], _ db: Database, _ written: inout Written, sums: Bool)
    throws
  {
    var records: [RunRecord] = []
    let mark = try db.cachedStatement(sql: "INSERT OR IGNORE INTO unsummed VALUES (?)")
    for finished in batch {
      if unsummed.contains(finished.record.id) {
        guard earlier.digests[finished.record.id] == finished.record.digest else {
          throw StudyError.notWritten(
            reason: "a run came out differently from before the interruption; the study was made"
              + " on another kind of machine or by another ploy")
        }
      } else {
        records.append(finished.record)
      }
      if finished.totals != nil { try mark.execute(arguments: [finished.record.id]) }
    }
    try RunRows(db).insert(records.sorted { $0.id < $1.id })
    let now = watch.wallSeconds
    if sums || now - written.summedAt >= min(Self.summingInterval, written.summedAt) {
      for point in written.behind.sorted() {
        try db.execute(
          sql: "INSERT OR REPLACE INTO total VALUES (?, ?)",
          arguments: [point, Data(WholeNumbers.encode(written.totals[point]!.numbers))])
      }
      // Runs of an earlier session that were not summed wait until they have been run again.
      try db.execute(sql: "DELETE FROM unsummed")
      let waiting = unsummed.subtracting(written.again)
      for run in waiting { try mark.execute(arguments: [run]) }
      written.behind = []
      written.summedAt = now
    }
    let new = batch.filter { !unsummed.contains($0.record.id) }
    guard !batch.isEmpty else { return }
    let runs = written.runs + new.count
    let entities = written.entities + batch.reduce(0) { $0 + Int($1.record.entities) }
    let events = written.events + batch.reduce(0) { $0 + Int($1.record.events) }
    try db.execute(
      sql: "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        written.session, facts, runs, entities, events, now, watch.cpuSeconds,
        Stopwatch.peakMemoryMebibytes, threads,
      ])
    if written.session == nil { written.session = db.lastInsertedRowID }
    (written.runs, written.entities, written.events) = (runs, entities, events)
  }
}
