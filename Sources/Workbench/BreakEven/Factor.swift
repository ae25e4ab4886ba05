internal import Diagnostics
internal import Fulfillment
internal import Reports
internal import ScenarioFile

/// A numeric parameter of a scenario file that an experiment sets to levels of its choice.
struct Factor {
  /// Path in the file, such as "strategies.hybrid.commerce.fulfillment_fee".
  let path: String
  /// What is written behind the number: "USD", "%" or nothing.
  let unit: String
  let range: ClosedRange<Double>
  let isWhole: Bool

  /// Names that questions use for parameters, beside their paths.
  private static let synonyms = ["demand.scale": "market.scale", "scale": "market.scale"]

  /// - Throws: `unknown` if there is no such parameter, `usage` if it cannot be varied or the range is none.
  init(_ request: BreakEvenRequest, in root: Node) throws(Failure) {
    path = Factor.synonyms[request.over] ?? request.over
    let found = try ParameterLookup(path, in: root)
    guard found.parameter.isFactor else { throw .usage("'\(path)' is not a single number") }
    isWhole = found.isWhole
    let current = found.text ?? found.parameter.parameter.standard
    let standing = current.flatMap(Factor.split)
    let low = try Factor.end(request.from, "--from", standing, times: 0.1)
    let high = try Factor.end(request.to, "--to", standing, times: 10)
    guard low.unit == high.unit || low.unit.isEmpty || high.unit.isEmpty else {
      throw .usage("--from is in \(low.unit), --to in \(high.unit): give both in one unit")
    }
    let written = low.unit.isEmpty ? high.unit : low.unit
    unit = written.isEmpty ? standing?.unit ?? "" : written
    let (first, last) =
      isWhole
      ? (
        request.from == nil ? max(1, low.number.rounded()) : low.number.rounded(),
        high.number.rounded()
      )
      : (low.number, high.number)
    guard first < last else {
      throw .usage("--from is to be below --to, found \(first) and \(last)")
    }
    range = first...last
  }

  /// The scenario with the parameter at a level.
  func setting(_ level: Double, in root: Node) throws(Failure) -> Node {
    let location = root.value(at: path)?.location ?? root.location
    do {
      return try root.replacing(path, with: Node(text: text(level), at: location))
    } catch {
      throw .usage(error.message)
    }
  }

  /// A level as it is written in scenarios.
  func text(_ level: Double) -> String {
    let number = isWhole ? "\(Int(level))" : "\(level)"
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// "5 USD" in number and unit; nil if there is no number in front.
  private static func split(_ text: String) -> (number: Double, unit: String)? {
    let digits = text.prefix { $0.isNumber || "+-.eE_".contains($0) }
    var number = digits
    // "5 eggs" and "5e3" both begin with what may belong to a number.
    while !number.isEmpty, Double(number.filter { $0 != "_" }) == nil { number.removeLast() }
    guard let value = Double(number.filter { $0 != "_" }), value.isFinite else { return nil }
    let rest = text.dropFirst(number.count).trimmingPrefix { $0 == " " }
    return (value, String(rest))
  }

  private static func end(
    _ given: String?, _ option: String, _ standing: (number: Double, unit: String)?, times: Double
  ) throws(Failure) -> (number: Double, unit: String) {
    if let given {
      guard let value = split(given) else {
        throw .usage("\(option) is a number with the parameter's unit, not '\(given)'")
      }
      return value
    }
    guard let standing, standing.number > 0 else {
      throw .usage("give --from and --to: the scenario has no positive number to start from")
    }
    return (standing.number * times, standing.unit)
  }
}
