internal import DiscreteEvent
internal import Experiments

/// A replication as it is kept: what a result holds, in the form of the tables.
struct RunRecord: Sendable, Hashable {
  var id: Int64
  var point: Int
  var replication: Int
  /// "ok", or the laws that did not hold, one per line.
  var status: String
  var entities: Int64
  var events: Int64
  var fingerprint: UInt64
  /// By response; nil where nothing was observed at all.
  var values: [Ratio?]
  var sketches: [[UInt8]]

  init(_ result: ReplicationResult, point: Int, replication: Int, id: Int64, _ plan: ValuePlan) {
    self.id = id
    self.point = point
    self.replication = replication
    status = result.violations.isEmpty ? "ok" : result.violations.joined(separator: "\n")
    entities = Int64(result.entities)
    events = Int64(result.events)
    fingerprint = result.fingerprint
    values = plan.values(of: result)
    sketches = result.sketches.map(\.bytes)
  }

  init(
    id: Int64, point: Int, replication: Int, status: String, entities: Int64, events: Int64,
    fingerprint: UInt64, values: [Ratio?], sketches: [[UInt8]]
  ) {
    self.id = id
    self.point = point
    self.replication = replication
    self.status = status
    self.entities = entities
    self.events = events
    self.fingerprint = fingerprint
    self.values = values
    self.sketches = sketches
  }

  /// FNV-1a over everything above, to notice what a disk has changed and to tell twins from others.
  var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) { hash = (hash ^ word) &* 0x0000_0100_0000_01b3 }
    mix(UInt64(bitPattern: id))
    mix(UInt64(point))
    mix(UInt64(replication))
    for byte in status.utf8 { mix(UInt64(byte)) }
    mix(UInt64(bitPattern: entities))
    mix(UInt64(bitPattern: events))
    mix(fingerprint)
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      mix(UInt64(index))
      mix(value.numerator.bitPattern)
      mix(value.denominator.bitPattern)
    }
    for sketch in sketches {
      mix(UInt64(sketch.count))
      for byte in sketch { mix(UInt64(byte)) }
    }
    return hash
  }

  /// nil if it does not hold what the responses of its point need.
  func result(_ plan: ValuePlan) -> ReplicationResult? {
    var decoded: [QuantileSketch] = []
    for bytes in sketches {
      guard let sketch = QuantileSketch(bytes: bytes) else { return nil }
      decoded.append(sketch)
    }
    guard plan.sketchesMinimum <= decoded.count, values.count == plan.sources.count else {
      return nil
    }
    return ReplicationResult(
      ratios: plan.ratios(of: values), sketches: decoded, entities: Int(entities),
      events: Int(events), fingerprint: fingerprint,
      violations: status == "ok" ? [] : status.split(separator: "\n").map(String.init))
  }
}

/// Which number of a result each response of a point is.
struct ValuePlan: Sendable, Hashable {
  var sources: [ResponseDefinition.Source]
  private var ratioCount = 0
  var sketchesMinimum = 0

  init(_ definitions: [ResponseDefinition]) {
    sources = definitions.map(\.source)
    for source in sources {
      switch source {
      case .ratio(let index): ratioCount = max(ratioCount, index + 1)
      case .quantile(let sketch, _): sketchesMinimum = max(sketchesMinimum, sketch + 1)
      }
    }
  }

  /// Nothing observed, 0 of 0, is no value.
  func values(of result: ReplicationResult) -> [Ratio?] {
    sources.map { source in
      switch source {
      case .ratio(let index):
        // Zero has one sign in the file.
        let ratio = Ratio(
          numerator: result.ratios[index].numerator + 0,
          denominator: result.ratios[index].denominator + 0)
        return ratio.numerator == 0 && ratio.denominator == 0 ? nil : ratio
      case .quantile(let sketch, let p):
        let sketch = result.sketches[sketch]
        return sketch.count == 0
          ? nil : Ratio(numerator: sketch.quantile(p), denominator: 1)
      }
    }
  }

  func ratios(of values: [Ratio?]) -> [Ratio] {
    var ratios = [Ratio](repeating: Ratio(numerator: 0, denominator: 0), count: ratioCount)
    for (source, value) in zip(sources, values) {
      if case .ratio(let index) = source, let value { ratios[index] = value }
    }
    return ratios
  }
}
