/// One entry of an oracle file: a model in the field's notation, its parameters, and exact figures.
public struct PublishedOracle: Sendable {
  public let id: String
  public let model: String
  public let params: [String: OracleValue]
  public let values: OracleValue
  /// For a model that ploy has no template of: the scenario that is the model, as YAML, ...
  let scenario: String?
  /// ... and by figure which KPIs of its one strategy add up to it.
  let kpis: [String: OracleValue]

  /// - Returns: nil if the object is no oracle: it has no id, model or values.
  init?(_ object: [String: OracleValue]) {
    guard let id = object["id"]?.text ?? object["id"]?.number.map({ "\($0)" }),
      let model = object["model"]?.text, let values = object["values"], values.object != nil
    else { return nil }
    self.id = id
    self.model = model
    self.values = values
    params = object["params"]?.object ?? [:]
    scenario = object["scenario"]?.text
    kpis = object["kpis"]?.object ?? [:]
  }

  /// Why a model, or a figure of it, is not run.
  struct Gap: Error {
    let why: String

    init(_ why: String) { self.why = why }
  }

  func number(_ name: String) throws(Gap) -> Double {
    guard let number = params[name]?.number, number.isFinite else {
      throw Gap("it has no number '\(name)' among its params")
    }
    return number
  }

  /// A number above zero: a rate, a time.
  func positive(_ name: String) throws(Gap) -> Double {
    let number = try number(name)
    guard number > 0, number <= 1e9 else { throw Gap("'\(name)' is not between 0 and 1e9") }
    return number
  }

  func count(_ name: String, from least: Int = 1, to most: Int = 1_000_000) throws(Gap) -> Int {
    let number = try number(name)
    guard number == number.rounded(), (Double(least)...Double(most)).contains(number) else {
      throw Gap("'\(name)' is no whole number from \(least) to \(most)")
    }
    return Int(number)
  }

  func numbers(_ name: String) throws(Gap) -> [Double] {
    guard let numbers = params[name]?.numbers, !numbers.isEmpty, numbers.allSatisfy({ $0 > 0 })
    else { throw Gap("it has no list '\(name)' of numbers above 0 among its params") }
    return numbers
  }

  func value(_ name: String) -> Double? { values.object?[name]?.number }

  /// The number behind a word of the model's name: "mean 1", "lam=0.9".
  func said(_ word: String) throws(Gap) -> Double {
    for part in model.split(separator: word, omittingEmptySubsequences: false).dropFirst() {
      let digits = part.drop { " =(".contains($0) }.prefix { $0.isNumber || $0 == "." }
      let trimmed = digits.last == "." ? digits.dropLast() : digits
      if let number = Double(trimmed) { return number }
    }
    throw Gap("its name does not say '\(word)' with a number")
  }

  /// Figures that a run shows, as checks; the others have no KPI.
  func checks(_ measures: [String: Measure]) -> [OracleCase.Check] {
    values.figures().compactMap { name, expected in
      measures[name].map { measure in
        OracleCase.Check(
          name, terms: measure.terms, offset: measure.offset, expected, bias: measure.bias)
      }
    }
  }

  /// How a figure follows from KPIs.
  struct Measure {
    var terms: [OracleCase.Check.Term]
    var offset = 0.0
    var bias = 0.0

    init(_ kpi: String, _ factor: Double = 1, offset: Double = 0, bias: Double = 0) {
      self.init([(kpi, factor)], offset: offset, bias: bias)
    }

    init(_ terms: [(String, Double)], offset: Double = 0, bias: Double = 0) {
      self.terms = terms.map { .init(kpi: $0.0, factor: $0.1) }
      self.offset = offset
      self.bias = bias
    }
  }
}
