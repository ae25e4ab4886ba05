/// The parameters of one law as given, completed by standard values, in the family's sequence.
struct LawArguments: Hashable, Sendable {
  struct Argument: Hashable, Sendable {
    let name: String
    let values: [Double]
    let isList: Bool
    let isGiven: Bool
  }

  let law: String
  let all: [Argument]

  func has(_ name: String) -> Bool { all.contains { $0.name == name } }

  subscript(_ name: String) -> Double { list(name)[0] }

  func list(_ name: String) -> [Double] {
    guard let argument = all.first(where: { $0.name == name }) else {
      preconditionFailure("law \(law) has no parameter \(name)")
    }
    return argument.values
  }

  func error(_ parameter: String?, _ problem: String) -> LawError {
    LawError(law: law, parameter: parameter, problem: problem)
  }

  /// "mean: 3, cv: 0.6", as a planner writes it.
  var text: String {
    all.filter(\.isGiven).map { argument in
      let values = argument.values.map(\.text).joined(separator: ", ")
      return argument.isList ? "\(argument.name): [\(values)]" : "\(argument.name): \(values)"
    }.joined(separator: ", ")
  }
}
