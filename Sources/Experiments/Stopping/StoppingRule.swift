public import Statistics

/// Replicate until intervals are narrow enough.
public struct StoppingRule: Sendable, Hashable {
  /// A response that shall be known to a precision, at every design point that has it.
  public struct Target: Sendable, Hashable {
    public var response: String
    public var precision: Precision

    public init(_ response: String, _ precision: Precision) {
      self.response = response
      self.precision = precision
    }
  }

  public var targets: [Target]
  /// Replications added at a time. Whether to stop is decided at the ends of blocks only, so that
  /// the decision does not depend on which thread was faster.
  public var block: Int
  /// Replications at which it stops whatever the precision.
  public var maximum: Int

  public init(targets: [Target], block: Int = 10, maximum: Int = 1000) {
    precondition(block >= 1 && maximum >= 1, "blocks with replications")
    self.targets = targets
    self.block = block
    self.maximum = maximum
  }
}

/// How precisely a response of a design point is known when replicating stopped.
public struct PrecisionResult: Sendable, Hashable {
  /// Index of the design point.
  public var point: Int
  public var target: StoppingRule.Target
  public var progress: PrecisionProgress

  public var isMet: Bool { progress == .met }
}

extension StoppingRule {
  /// Where every target stands at every design point that has the response.
  func progress(_ points: [DesignPointResult], confidence: Double) -> [PrecisionResult] {
    targets.flatMap { target in
      points.indices.compactMap { point in
        guard let response = points[point].response(target.response) else { return nil }
        let progress =
          response.estimate.map { target.precision.progress(of: $0, confidence: confidence) }
        return PrecisionResult(point: point, target: target, progress: progress ?? .unknown)
      }
    }
  }

  /// Replications to have after the next block.
  ///
  /// - Returns: nil when to stop.
  func next(after replications: Int, _ results: [PrecisionResult]) -> Int? {
    // More replications help neither a relative error around zero nor what is never observed.
    let open = results.contains { if case .open = $0.progress { true } else { false } }
    let isUnknown = replications < 2 && results.contains { $0.progress == .unknown }
    guard open || isUnknown, replications < maximum else { return nil }
    return min(replications + block, maximum)
  }

  /// The number of replications the widest interval seems to need, for a progress display.
  func expected(_ results: [PrecisionResult], after replications: Int) -> Int {
    let needed = results.map { result in
      if case .open(let n) = result.progress { n } else { replications }
    }
    let blocks = (max(needed.max() ?? 0, replications + 1) - replications + block - 1) / block
    return min(maximum, replications + blocks * block)
  }

  /// What a reader must know about targets that were not met, and about the joint level.
  func notes(on results: [PrecisionResult], of points: [DesignPointResult], confidence: Double)
    -> [String]
  {
    func named(_ results: [PrecisionResult]) -> String {
      results.map { "\(points[$0.point].name) \($0.target.response)" }.joined(separator: ", ")
    }
    var notes: [String] = []
    let zero = results.filter { $0.progress == .aroundZero }
    if !zero.isEmpty {
      notes.append(
        "a relative precision means nothing where the interval contains zero; give an absolute"
          + " one: \(named(zero))")
    }
    let open = results.filter { if case .open = $0.progress { true } else { false } }
    if !open.isEmpty {
      let needed = open.map { if case .open(let n) = $0.progress { n } else { 0 } }.max()!
      notes.append(
        "precision not reached by \(maximum) replications (about \(needed) would do): "
          + named(open))
    }
    let joint = 1 - Double(results.count) * (1 - confidence)
    if results.count > 1 && open.isEmpty && zero.isEmpty {
      let level =
        joint > 0
        ? "; all together with at least \(Int((joint * 100 + 1e-9).rounded(.down))) %"
        : ", which promises nothing for all together"
      notes.append(
        "each of \(results.count) precisions holds with the stated confidence" + level)
    }
    return notes
  }
}
