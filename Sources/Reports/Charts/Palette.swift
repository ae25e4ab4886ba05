internal import Statistics

/// One color per strategy, everywhere: the baseline neutral grey and dashed, the others Okabe and
/// Ito's colors in the order of the scenario, which differ for color-blind eyes as well. Where there
/// are more strategies than colors, dashes tell them apart.
///
/// - Source: Okabe, Ito (2008), Color Universal Design; Tol (2021), scheme "light", for stages and
///   accounts.
struct Palette: Sendable {
  struct Style: Sendable, Hashable {
    var color: String
    var dash: [Double]
  }

  let names: [String]
  let styles: [Style]

  /// Their yellow is a little darker here: it has to show on white.
  private static let colors = [
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#B8A100",
  ]
  private static let dashes: [[Double]] = [
    [1, 0], [2, 2], [8, 3], [8, 3, 2, 3], [4, 2], [1, 4],
  ]
  static let baseline = Style(color: "#7A8290", dash: [6, 4])

  /// Tol's light colors, for parts of a whole.
  static let parts = [
    "#77AADD", "#EE8866", "#EEDD88", "#FFAABB", "#99DDFF", "#44BB99", "#BBCC33", "#AAAA00",
    "#CCBBDD", "#B9B9B9", "#8899AA", "#CC9977",
  ]

  static let better = "#1A8A3C"
  static let worse = "#D13438"
  static let unsure = "#7A8290"
  static let same = "#56B4E9"

  static func color(of verdict: Verdict) -> String {
    switch verdict {
    case .better: better
    case .worse: worse
    case .notSeparated: unsure
    case .equivalent: same
    }
  }

  init(_ names: [String], baseline: String?) {
    self.names = names
    var next = 0
    styles = names.map { name in
      if name == baseline { return Palette.baseline }
      defer { next += 1 }
      return Style(
        color: Palette.colors[next % Palette.colors.count],
        dash: Palette.dashes[next / Palette.colors.count % Palette.dashes.count])
    }
  }

  init(_ summary: Summary) {
    self.init(summary.strategies.map(\.name), baseline: summary.baseline)
  }

  func style(of name: String) -> Style {
    names.firstIndex(of: name).map { styles[$0] } ?? Palette.baseline
  }

  private var domain: JSONValue { .array(names.map { .string($0) }) }

  /// The color of each strategy.
  func color(_ field: String = "strategy") -> Channel {
    Channel.name(field, order: names)
      .scale(["domain": domain, "range": .array(styles.map { .string($0.color) })])
  }

  /// The dashes of each strategy, merged with its color in one legend.
  func dash(_ field: String = "strategy") -> Channel {
    Channel.name(field, order: names)
      .scale([
        "domain": domain,
        "range": .array(styles.map { .array($0.dash.map { .number($0) }) }),
      ])
  }

  /// Colors of parts that stand in several charts.
  private static let known = [
    "stock": 0, "stock out": 0, "storage and sites": 0, "queue": 1, "work": 2,
    "picking and packing": 2, "departure": 3, "moving": 4, "linehaul": 4, "transport": 4,
    "customs": 5, "duty": 5, "last mile": 6, "missed cut off": 7,
  ]

  /// Parts of a whole, in this order.
  static func part(_ field: String, _ names: [String]) -> Channel {
    let taken = Set(names.compactMap { known[$0] })
    var free = parts.indices.filter { !taken.contains($0) }[...]
    let colors = names.enumerated().map { place, name in
      parts[known[name] ?? free.popFirst() ?? place % parts.count]
    }
    return Channel.name(field, order: names)
      .scale([
        "domain": .array(names.map { .string($0) }),
        "range": .array(colors.map { .string($0) }),
      ])
  }
}
