public import Quantities
public import RandomVariates
public import ScenarioFile

/// Orders from shoppable videos: each post sets off orders, which set off more.
///
/// A post excites orders itself, and each order on average `branching_ratio` further ones (people share,
/// rankings rise); delays follow the kernel, the rate the hour of the day and the age of the post. Most posts
/// stay small, a share goes viral: their branching ratio is near 1. A Hawkes process per post, drawn exactly.
///
/// `freshness` is fitted within its sourced range (2-20 d), so that viral posts have the published median of
/// 2.6 h until half of a week's orders [TIDE]; all else is as published.
public struct Video: DemandKind {
  public enum Kernel: String, CaseIterable, Sendable {
    case powerLaw = "power_law"
    case exponential
  }
  public var seller = Located<String>("")
  public var posts = 1.0 / 86400
  public var hours = WeeklyHours.always
  public var at: [CivilDateTime] = []
  public var direct = Video.standardDirect
  public var viralShare = 0.1
  public var branchingRatio = 0.3
  public var viralBranchingRatio = 0.9
  public var kernel = Kernel.powerLaw
  public var plateau = 300.0
  public var theta = 0.242
  public var reaction = 3600.0
  public var amplitude = 0.424
  public var phase = 3.0 * 3600
  public var freshness = 6.0 * 86400
  public var pinnedShare = 0.95
  public var lines = Law.constant(1)
  public var units = Law.constant(1)

  public init() {}

  /// Sizes of cascades have a density that falls with the exponent 2.29 [MISH].
  static let standardDirect = try! Law.pareto(from: 2, shape: 1.29)

  public static let summary =
    "Shoppable videos: posts that set off cascades of orders, some of them viral."
  public static let parameters: [Parameter<Video>] = [
    .reference(
      "seller", \.seller, to: "seller", "Cohort whose sellers post, each on its own.",
      required: true),
    .quantity("posts", \.posts, .rate, 0...10_000, "Posts of each seller.", unit: "1/d"),
    .hours("hours", \.hours, "Local hours at the seller in which posts are put up."),
    .instants(
      "at", \.at, "Posts of each seller at these local times, besides the others."),
    .law(
      "direct", \.direct, .none, "Orders that a post sets off itself, before any that others do.",
      source: "MISH"),
    .fraction("viral_share", \.viralShare, "Share of posts that go viral.", source: "CS08"),
    .fraction(
      "branching_ratio", \.branchingRatio, 0...0.99,
      "Orders that one order of an ordinary post sets off."),
    .fraction(
      "viral_branching_ratio", \.viralBranchingRatio, 0...0.99,
      "Orders that one order of a viral post sets off.", source: "CS08"),
    .choice(
      "kernel", \.kernel, of: Kernel.self,
      "How long orders take to set off others: power_law (`plateau`, `theta`) or exponential (`reaction`)."
    ),
    .quantity(
      "plateau", \.plateau, .time, 0.1...86_400, "Delays up to here are equally likely.", unit: "s",
      source: "SEIS"),
    .number(
      "theta", \.theta, 0.01...10, "Longer delays have the density delay^-(1 + theta).",
      source: "SEIS"),
    .quantity(
      "reaction", \.reaction, .time, 0.001...8760, "Mean delay of the exponential kernel.",
      unit: "h"),
    .fraction(
      "amplitude", \.amplitude, "Swing of the rate over the day, around 1.", source: "TIDE"),
    .quantity(
      "phase", \.phase, .time, -24...24,
      "Shift of that swing: with 3 h it is highest at 15:00 in the market's time zone.", unit: "h",
      source: "TIDE"),
    .quantity(
      "freshness", \.freshness, .time, 0.01...3650, "Age at which a post's pull has fallen to 1/e.",
      unit: "d", source: "TIDE"),
    .fraction("pinned_share", \.pinnedShare, "Orders whose first line is the product shown."),
    .law("lines", \.lines, .none, "Lines per order; more than 255 are cut."),
    .law("units", \.units, .none, "Units per line; more than 1,000,000 are cut."),
  ]

  public func check(_ report: RecordReport) {
    report.requireBasket(lines: lines, units: units)
    if posts > 0 { report.requireOpen("hours", hours) }
    let unused = kernel == .powerLaw ? ["reaction"] : ["plateau", "theta"]
    for key in unused where report.gives(key) {
      report.error(
        "conflicting-keys", "'\(key)' has no effect with 'kernel: \(kernel.rawValue)'", at: key,
        help: ["choose the other kernel, or leave it out"])
    }
  }

  /// What one post sets off if it excites `directs` orders itself.
  public func cascade(isViral: Bool, directs: Double) -> Cascade {
    Cascade(
      kernel: kernel == .powerLaw
        ? .powerLaw(plateau: plateau, theta: theta) : .exponential(mean: reaction),
      directs: directs, branchingRatio: isViral ? viralBranchingRatio : branchingRatio,
      rhythm: Rhythm(amplitude: amplitude, phase: phase / 86400, freshness: freshness))
  }
}
