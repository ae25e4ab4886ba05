import CGSL

/// What one post sets off: events that excite more events, in a rhythm of day and age.
///
/// A Hawkes process without immigrants: the post excites on average `directs` events, each of which
/// excites on average `branchingRatio` further ones. Delays follow the kernel; the rate at every moment is
/// multiplied by the rhythm's factor. Drawn exactly: with an exponential kernel by the process itself
/// [dassios2013], thinned by the rhythm; with a power law generation by generation, each event's own events
/// being a Poisson process ([daley2003], sec. 6.3).
public struct Cascade: Hashable, Sendable {
  public var kernel: ExcitationKernel
  /// Mean events that the post excites itself, before the rhythm's factor.
  public var directs: Double
  /// Mean events that one event excites, before the rhythm's factor; finite cascades need < 1.
  public var branchingRatio: Double
  public var rhythm: Rhythm

  public init(
    kernel: ExcitationKernel, directs: Double, branchingRatio: Double, rhythm: Rhythm = Rhythm()
  ) {
    precondition(directs >= 0 && directs.isFinite, "directs must be finite and >= 0")
    precondition(branchingRatio >= 0 && branchingRatio.isFinite, "ratio must be finite and >= 0")
    self.kernel = kernel
    self.directs = directs
    self.branchingRatio = branchingRatio
    self.rhythm = rhythm
  }

  /// Mean events in all, without rhythm; infinite from a branching ratio of 1 on.
  public var sizeMean: Double {
    branchingRatio < 1 ? directs / (1 - branchingRatio) : .infinity
  }

  /// Times of the events since the post, sorted.
  ///
  /// - Parameters:
  ///   - clock: What clocks show at the post [s since midnight].
  ///   - horizon: Events are drawn up to here [s since the post].
  ///   - limit: Where the number of events is cut.
  /// - Draws: two words and a half per event and more, all from the stream given.
  public func epochs(
    clock: Double, horizon: Double, limit: Int, _ stream: inout RandomStream
  ) -> [Double] {
    switch kernel {
    case .exponential(let mean):
      return chain(clock: clock, horizon: horizon, limit: limit, decay: 1 / mean, &stream)
    case .powerLaw:
      return generations(clock: clock, horizon: horizon, limit: limit, &stream)
    }
  }

  /// Candidates at the rate of the rhythm's maximum, of which its factor keeps a share.
  private func chain(
    clock: Double, horizon: Double, limit: Int, decay: Double, _ stream: inout RandomStream
  ) -> [Double] {
    let top = rhythm.maximum
    var process = HawkesProcess(
      baseline: 0, jump: top * branchingRatio * decay, decay: decay,
      initial: top * directs * decay)
    var epochs: [Double] = []
    while epochs.count < limit {
      let time = process.nextCandidate(&stream)
      guard time <= horizon else { break }
      if stream.uniform() * top < rhythm.factor(clock: clock + time, age: time) {
        epochs.append(time)
        process.excite()
      }
    }
    return epochs
  }

  private func generations(
    clock: Double, horizon: Double, limit: Int, _ stream: inout RandomStream
  ) -> [Double] {
    let top = rhythm.maximum
    var epochs: [Double] = []
    var parent = -1
    while parent < epochs.count, epochs.count < limit {
      let start = parent < 0 ? 0 : epochs[parent]
      let mean = (parent < 0 ? directs : branchingRatio) * top
      var passed = stream.exponential()
      while passed < mean, epochs.count < limit {
        let time = start + kernel.quantile(stream.uniform())
        if time <= horizon,
          stream.uniform() * top < rhythm.factor(clock: clock + time, age: time)
        {
          epochs.append(time)
        }
        passed += stream.exponential()
      }
      parent += 1
    }
    epochs.sort()
    return epochs
  }
}

extension Cascade {
  /// Expected events up to an age, by the renewal equation m(t) = g(t) (M f(t) + n ∫ m(s) f(t - s) ds).
  ///
  /// Solved on steps of 30 s that grow with age; the error is below 1 % of the number.
  ///
  /// - Parameters:
  ///   - clock: What clocks show at the post [s since midnight]; nil for the mean over the day.
  ///   - age: Time since the post [s].
  /// - Complexity: O(log² age), some 25 ms for a month.
  public func expectedCount(clock: Double?, through age: Double) -> Double {
    var edges = [0.0]
    while let last = edges.last, last < age { edges.append(min(age, last + max(30, last / 80))) }
    // Two points of Gauss stand for the events of a step.
    let points = [0.5 - 0.75.squareRoot() / 3, 0.5 + 0.75.squareRoot() / 3]
    var fading = rhythm
    if clock == nil { fading.amplitude = 0 }
    var counts: [Double] = []
    var total = 0.0
    for (from, to) in zip(edges, edges.dropFirst()) {
      var sum = directs * (kernel.cumulative(at: to) - kernel.cumulative(at: from))
      for (step, count) in counts.enumerated() {
        for point in points {
          let time = edges[step] + point * (edges[step + 1] - edges[step])
          sum +=
            branchingRatio * count / 2
            * (kernel.cumulative(at: to - time) - kernel.cumulative(at: from - time))
        }
      }
      let within = points.reduce(0) { $0 + kernel.cumulative(at: $1 * (to - from)) / 2 }
      let factor = fading.factor(clock: (clock ?? 0) + (from + to) / 2, age: (from + to) / 2)
      counts.append(factor * sum / max(1e-9, 1 - factor * branchingRatio * within))
      total += counts[counts.count - 1]
    }
    return total
  }
}
