/// A kind of probability law: its name, its parameters and how to make one.
///
/// To add one: a file in Families and a line in ``all``.
public struct LawFamily: Sendable {
  /// Every family, in the sequence of the documentation.
  public static let all: [LawFamily] = [
    constant,
    uniform,
    exponential,
    erlang,
    gamma,
    weibull,
    lognormal,
    loglogistic,
    normal,
    triangular,
    pert,
    beta,
    pareto,
    hyperexponential,
    empirical,
    discrete,
    poisson,
    negativeBinomial,
    binomial,
    geometric,
  ]

  public static func named(_ name: String) -> LawFamily? { all.first { $0.name == name } }

  public let name: String
  public let summary: String
  public let parameters: [LawParameter]
  /// The sets of parameters of which exactly one is to be given; those with a standard value come
  /// on top.
  public let forms: [[String]]
  /// Whether the law counts things: whole numbers without a unit.
  public let isInteger: Bool
  private let shape: @Sendable (LawArguments) throws(LawError) -> LawShape

  init(
    _ name: String, _ summary: String, _ parameters: [LawParameter], forms: [[String]]? = nil,
    isInteger: Bool = false,
    _ shape: @escaping @Sendable (LawArguments) throws(LawError) -> LawShape
  ) {
    self.name = name
    self.summary = summary
    self.parameters = parameters
    self.forms = forms ?? [parameters.filter { $0.standard == nil }.map(\.name)]
    self.isInteger = isInteger
    self.shape = shape
  }

  /// The law with these parameters; all values in one base unit.
  ///
  /// - Parameters:
  ///   - values: By name; parameters with a standard value may be missing.
  ///   - lists: The parameters that are lists, by name.
  /// - Throws: ``LawError`` for a parameter that is unknown, missing, superfluous or out of bounds.
  public func make(_ values: [String: Double], lists: [String: [Double]] = [:]) throws(LawError)
    -> Law
  {
    try checkNames(Set(values.keys).union(lists.keys))
    var arguments: [LawArguments.Argument] = []
    for parameter in parameters {
      let name = parameter.name
      let given: [Double]
      if parameter.list {
        if values[name] != nil {
          throw LawError(law: self.name, parameter: name, problem: "must be a list of values")
        }
        guard let list = lists[name] else { continue }
        given = list
      } else {
        if lists[name] != nil {
          throw LawError(law: self.name, parameter: name, problem: "must be one value, not a list")
        }
        guard let value = values[name] ?? parameter.standard else { continue }
        given = [value]
      }
      for value in given {
        guard let problem = parameter.problem(with: value) else { continue }
        throw LawError(law: self.name, parameter: name, problem: problem)
      }
      arguments.append(
        .init(
          name: name, values: given, isList: parameter.list,
          isGiven: parameter.list || given[0] != parameter.standard))
    }
    let complete = LawArguments(law: name, all: arguments)
    let shape = try shape(complete)
    guard shape.mean.isFinite else {
      throw LawError(law: name, problem: "has no finite mean for \(complete.text)")
    }
    return Law(kind: name, arguments: complete, shape: shape)
  }

  private func checkNames(_ given: Set<String>) throws(LawError) {
    if let unknown = given.subtracting(parameters.map(\.name)).min() {
      throw LawError(
        law: name, parameter: unknown,
        problem: "is not one of its parameters: \(parameters.map(\.name).joined(separator: ", "))")
    }
    let optional = parameters.filter { $0.standard != nil }.map(\.name)
    let wanted = given.subtracting(optional)
    if forms.contains(where: { Set($0) == wanted }) { return }
    let choice = forms.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
    if forms.count == 1, let missing = forms[0].first(where: { !given.contains($0) }) {
      throw LawError(law: name, parameter: missing, problem: "is missing: give \(choice)")
    }
    throw LawError(law: name, problem: "give \(choice)")
  }
}
