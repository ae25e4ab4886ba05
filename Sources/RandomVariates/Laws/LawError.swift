/// Why a law cannot be made; says what to give instead.
public struct LawError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The law's name as given.
  public let law: String
  /// The parameter at fault, if one is.
  public let parameter: String?
  /// One sentence part: "must be > 0, not -1".
  public let problem: String

  public init(law: String, parameter: String? = nil, problem: String) {
    self.law = law
    self.parameter = parameter
    self.problem = problem
  }

  /// "lognormal: mean must be > 0, not -1".
  public var description: String {
    parameter.map { "\(law): \($0) \(problem)" } ?? "\(law): \(problem)"
  }
}
