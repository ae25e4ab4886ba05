import CGSL

/// Events that excite more events: each raises the rate by `jump`, which then decays.
///
/// rate(t) = baseline + (initial - baseline) e^(-decay·t) + Σ jump·e^(-decay·(t - tᵢ)). Exact
/// simulation, without thinning: what follows an event is its own draws only.
///
/// - Source: [dassios2013].
public struct HawkesProcess: Hashable, Sendable {
  /// Rate of events nothing excited [1/time], >= 0.
  public let baseline: Double
  /// Rise of the rate at an event [1/time], >= 0.
  public let jump: Double
  /// Speed at which excitement fades [1/time], > 0.
  public let decay: Double
  /// Rate at time 0 [1/time], >= baseline.
  public let initial: Double

  /// Time of the last event given.
  public private(set) var time = 0.0
  /// Rate just after it.
  public private(set) var rate: Double

  public init(baseline: Double, jump: Double, decay: Double, initial: Double? = nil) {
    precondition(baseline >= 0 && baseline.isFinite, "baseline must be finite and >= 0")
    precondition(jump >= 0 && jump.isFinite, "jump must be finite and >= 0")
    precondition(decay > 0 && decay.isFinite, "decay must be finite and > 0")
    self.baseline = baseline
    self.jump = jump
    self.decay = decay
    self.initial = initial ?? baseline
    precondition(self.initial >= baseline && self.initial.isFinite, "initial must be >= baseline")
    rate = self.initial
  }

  /// Events that one event excites on average; stable below 1.
  public var branchingRatio: Double { jump / decay }

  /// Expected events in 0...horizon.
  public func countMean(through horizon: Double) -> Double {
    let k = decay - jump
    guard abs(k * horizon) > 1e-9 else {
      return initial * horizon + baseline * decay * horizon * horizon / 2
    }
    let level = baseline * decay / k
    return level * horizon - (initial - level) * expm1(-k * horizon) / k
  }

  /// The rate at a time after the last event given, if no event comes until then [1/time].
  public func rate(at later: Double) -> Double {
    baseline + (rate - baseline) * exp(-decay * (later - time))
  }

  /// Goes to the next event and gives its time; infinity if none comes any more.
  ///
  /// The sooner of an event of the excited part, which may never come, and one of the baseline.
  ///
  /// - Draws: two words.
  public mutating func next(_ stream: inout RandomStream) -> Double {
    let time = nextCandidate(&stream)
    excite()
    return time
  }

  /// Goes to what may be the next event, without its excitement: for events that are thinned.
  ///
  /// - Draws: two words.
  public mutating func nextCandidate(_ stream: inout RandomStream) -> Double {
    let excited = stream.exponential()
    var wait = stream.exponential() / baseline
    let excess = rate - baseline
    if excess > 0 {
      let remaining = 1 - decay * excited / excess
      if remaining > 0 { wait = min(wait, -log(remaining) / decay) }
    }
    time += wait
    rate = baseline + excess * exp(-decay * wait)
    return time
  }

  /// Makes the event at the current time excite others.
  public mutating func excite() { rate += jump }
}
