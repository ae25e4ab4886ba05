/// What ploy gave for figures that were published.
public struct CalibrationSummary: Sendable {
  /// One published figure beside the simulated one.
  public struct Target: Sendable, Hashable {
    /// scenario/strategy/kpi.
    public var id: String
    public var about: String
    public var source: String
    /// Ends of the published range, equal where one value was published.
    public var published: ClosedRange<Double>
    /// The values that meet it.
    public var accepted: ClosedRange<Double>
    /// nil if the run has no such figure.
    public var simulated: Double?
    /// Of the interval; nil with one replication.
    public var halfWidth: Double?
    public var unit: String
    /// Why it is missed, in the scenario's words.
    public var why: String

    public init(
      id: String, about: String, source: String, published: ClosedRange<Double>,
      accepted: ClosedRange<Double>, simulated: Double?, halfWidth: Double?, unit: String,
      why: String
    ) {
      self.id = id
      self.about = about
      self.source = source
      self.published = published
      self.accepted = accepted
      self.simulated = simulated
      self.halfWidth = halfWidth
      self.unit = unit
      self.why = why
    }

    public var isMet: Bool { simulated.map(accepted.contains) ?? false }

    /// Relative distance to the nearest published value; 0 within a published range.
    public var deviation: Double? {
      guard let simulated else { return nil }
      let nearest = min(max(simulated, published.lowerBound), published.upperBound)
      return nearest == 0 ? simulated - nearest : (simulated - nearest) / abs(nearest)
    }

    var publishedText: String {
      let low = VerificationSummary.figure(published.lowerBound)
      return published.lowerBound == published.upperBound
        ? low : "\(low) to \(VerificationSummary.figure(published.upperBound))"
    }
    var deviationText: String {
      deviation.map { NumberText.signed($0 * 100, 1) + " %" } ?? NumberText.none
    }
  }

  public var version: String
  public var targets: [Target]
  public var orders: Int
  public var wallSeconds: Double

  public init(version: String, targets: [Target], orders: Int, wallSeconds: Double) {
    self.version = version
    self.targets = targets
    self.orders = orders
    self.wallSeconds = wallSeconds
  }

  /// Missed ones, and of these the ones without a reason.
  public var missed: [Target] { targets.filter { !$0.isMet } }
  public var unexplained: [Target] { missed.filter(\.why.isEmpty) }

  /// One line on how it went.
  var verdict: String {
    let met = targets.count - missed.count
    return "\(missed.isEmpty ? "✓" : "✗") \(met) of \(targets.count) targets met · "
      + "\(NumberText.count(Double(orders))) orders in \(NumberText.wallTime(wallSeconds))"
  }
}

/// A way to write a calibration down.
public enum CalibrationFormat: String, CaseIterable, Sendable {
  case text, json, markdown

  /// The whole text, with a newline at its end.
  public func render(_ summary: CalibrationSummary, _ options: RenderOptions = RenderOptions())
    -> String
  {
    switch self {
    case .text: summary.text(options)
    case .json: summary.json.text() + "\n"
    case .markdown: summary.markdown
    }
  }
}
