internal import RandomVariates
internal import Statistics

/// The points of a sweep, as texts for the scenario and as coded levels for the analysis.
struct SweepDesign {
  /// By point, then by parameter.
  var texts: [[String]]
  /// -1 to +1 by point, then by parameter; empty if a parameter is not a number.
  var coded: [[Double]] = []
  /// Whether effects of two levels can be told.
  var isTwoLevel = false
  var phrase: String
  var notes: [String] = []

  init(_ request: SweepRequest, _ setup: StudySetup) throws(Failure) {
    let vary = request.study.vary
    let levels = vary.map(\.levels)
    switch request.design {
    case .full:
      guard let count = Designs.count(levels), count <= StudySetup.pointsMaximum else {
        throw .usage("that is more than \(StudySetup.pointsMaximum) combinations; take a fraction")
      }
      texts = Designs.combinations(levels)
      phrase = "full factorial"
      code(vary, levels)
    case .oneAtATime:
      let base = zip(levels, setup.present).map { levels, present in
        present.flatMap { levels.firstIndex(of: $0) } ?? 0
      }
      texts = OneAtATime.points(base: base, levels: levels.map(\.count)).map { point in
        zip(levels, point).map { $0[$1] }
      }
      phrase = "one at a time"
      notes = ["one at a time cannot see interactions"]
    case .fraction:
      guard levels.allSatisfy({ $0.count == 2 }) else {
        throw .usage(
          "a fraction takes two levels of each parameter: path=low,high or path=low..high")
      }
      let fraction = FractionalFactorial.standard(
        factors: vary.count, resolution: request.resolution)
      let points = fraction?.points ?? FullFactorial.twoLevel(factors: vary.count)
      guard points.count <= StudySetup.pointsMaximum else {
        throw .usage("no fraction of \(vary.count) parameters is known; vary fewer")
      }
      texts = points.map { point in zip(levels, point).map { $0[$1 < 0 ? 0 : 1] } }
      coded = points
      isTwoLevel = true
      phrase = fraction.map { "fraction of resolution \($0.resolution)" } ?? "full factorial"
      if let fraction { notes = Self.aliases(fraction, vary) }
    case .latin, .sobol, .composite:
      let shares = try Self.shares(request, setup)
      let ranges = try Self.ranges(vary)
      texts = shares.map { point in
        vary.indices.map { i in
          let range = ranges[i]
          let value = range.low + point[i] * (range.high - range.low)
          return range.text(setup.isWhole[i] ? value.rounded() : value)
        }
      }
      coded = texts.map { row in
        row.indices.map { i in
          Statistics.Factor("", low: ranges[i].low, high: ranges[i].high)
            .coded(LeadingNumber.of(row[i]) ?? ranges[i].low)
        }
      }
      phrase = "\(request.design.rawValue) design"
      if request.design == .latin {
        let correlation = LatinHypercube.correlation(of: shares)
        notes = ["largest correlation between two parameters of the design: \(plain(correlation))"]
      }
    }
  }

  /// Coded levels from the numbers in the texts, if all of them are numbers in one unit.
  private mutating func code(_ vary: [Vary], _ levels: [[String]]) {
    let numbers = levels.map { $0.compactMap(LeadingNumber.of) }
    guard zip(numbers, levels).allSatisfy({ $0.count == $1.count && Set($0).count == $0.count }),
      levels.allSatisfy({ Set($0.map(LeadingNumber.unit)).count == 1 && $0.count >= 2 })
    else { return }
    isTwoLevel = levels.allSatisfy { $0.count == 2 }
    coded = texts.map { row in
      row.indices.map { i in
        let factor = Statistics.Factor("", low: numbers[i].min()!, high: numbers[i].max()!)
        return factor.coded(LeadingNumber.of(row[i])!)
      }
    }
  }

  static func ranges(_ vary: [Vary]) throws(Failure) -> [Vary.Range] {
    var ranges: [Vary.Range] = []
    for vary in vary {
      guard case .range(let range) = vary.values else {
        throw .usage("this design takes ranges: \(vary.path)=low..high")
      }
      ranges.append(range)
    }
    return ranges
  }

  private static func shares(_ request: SweepRequest, _ setup: StudySetup) throws(Failure)
    -> [[Double]]
  {
    let dimensions = request.study.vary.count
    var words = DesignWords(seed: setup.seed)
    switch request.design {
    case .latin:
      return LatinHypercube.points(
        request.points, dimensions: dimensions, candidates: request.points <= 100 ? 1000 : 50,
        using: &words)
    case .sobol:
      guard dimensions <= SobolSequence.dimensionsMaximum else {
        throw .usage("Sobol' points have at most \(SobolSequence.dimensionsMaximum) parameters")
      }
      return SobolSequence.points(
        request.points, dimensions: dimensions,
        shift: (0..<dimensions).map { _ in words.uniform() })
    default:
      guard dimensions <= 8 else { throw .usage("a composite design takes up to 8 parameters") }
      return CentralComposite.points(factors: dimensions).map { $0.map { ($0 + 1) / 2 } }
    }
  }

  private static func aliases(_ design: FractionalFactorial, _ vary: [Vary]) -> [String] {
    guard design.resolution <= 4 else { return [] }
    func name(_ set: Int) -> String {
      vary.indices.filter { set >> $0 & 1 == 1 }.map { vary[$0].label }.joined(separator: " × ")
    }
    let words = design.definingRelation.sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    return [
      "effects that cannot be told apart multiply to one of: "
        + words.prefix(4).map(name).joined(separator: "; ")
    ]
  }
}

/// Words for designs, from a stream of their own.
struct DesignWords: RandomNumberGenerator {
  private var stream = RandomStream()

  init(seed: UInt64) {
    stream.seat(seed: seed, purpose: Self.purpose, replication: 0, entity: 0)
  }

  private static let purpose = Purpose("experiments.design")

  mutating func next() -> UInt64 { stream.next() }

  mutating func uniform() -> Double { stream.uniform() }
}

/// The number a text begins with, such as 2 in "2 h".
enum LeadingNumber {
  static func of(_ text: String) -> Double? {
    Double(text.prefix { $0.isNumber || "+-.".contains($0) })
  }

  static func unit(_ text: String) -> String {
    text.drop { $0.isNumber || "+-.".contains($0) }.filter { $0 != " " }
  }
}
