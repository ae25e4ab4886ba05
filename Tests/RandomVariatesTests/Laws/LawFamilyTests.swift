import RandomVariates
import Testing

@Suite struct LawFamilyTests {
  @Test("Every family has a name of its own in the planners' spelling, a summary and a test")
  func names() {
    let names = LawFamily.all.map(\.name)
    #expect(Set(names).count == names.count)
    let letters = Set("abcdefghijklmnopqrstuvwxyz_")
    #expect(names.allSatisfy { letters.isSuperset(of: $0) })
    #expect(Set(LawCase.all.map(\.law.kind)) == Set(names))
  }

  @Test(
    "Every parameter has a summary, legal bounds and a legal standard value",
    arguments: LawFamily.all)
  func parameters(family: LawFamily) {
    #expect(!family.summary.isEmpty && family.summary.hasSuffix("."))
    #expect(!family.parameters.isEmpty)
    for parameter in family.parameters {
      #expect(!parameter.summary.isEmpty && parameter.summary.hasSuffix("."))
      #expect(parameter.lower < parameter.upper)
      if let standard = parameter.standard { #expect(parameter.problem(with: standard) == nil) }
    }
    let names = Set(family.parameters.map(\.name))
    #expect(names.count == family.parameters.count)
    let formed = Set(family.forms.joined())
    #expect(formed == Set(family.parameters.filter { $0.standard == nil }.map(\.name)))
  }

  @Test("Every law can be made again from its parameters", arguments: LawCase.all)
  func again(test: LawCase) throws {
    let family = try #require(LawFamily.named(test.law.kind))
    var (values, lists): ([String: Double], [String: [Double]]) = ([:], [:])
    for (name, given) in test.law.parameters {
      let parameter = try #require(family.parameters.first { $0.name == name })
      if parameter.list { lists[name] = given } else { values[name] = given[0] }
    }
    #expect(try family.make(values, lists: lists) == test.law)
  }

  @Test(
    "Every bound of every parameter is enforced, and the message names the parameter",
    arguments: LawFamily.all)
  func bounds(family: LawFamily) throws {
    for form in family.forms {
      let wanted = family.parameters.filter { form.contains($0.name) }
      for parameter in wanted {
        var bad = [Double.nan]
        if parameter.lower.isFinite {
          bad.append(parameter.lowerIsOpen ? parameter.lower : parameter.lower.nextDown)
        }
        if parameter.upper.isFinite {
          bad.append(parameter.upperIsOpen ? parameter.upper : parameter.upper.nextUp)
        }
        if parameter.isWhole { bad.append(1.5) }
        for value in bad {
          var (values, lists): ([String: Double], [String: [Double]]) = ([:], [:])
          for other in wanted {
            let x = other.name == parameter.name ? value : Self.legal(other)
            if other.list { lists[other.name] = [x, x] } else { values[other.name] = x }
          }
          let error = #expect(throws: LawError.self) { try family.make(values, lists: lists) }
          #expect(error?.parameter == parameter.name, "\(value)")
          #expect(error?.law == family.name)
        }
      }
    }
  }

  static func legal(_ parameter: LawParameter) -> Double {
    let candidates = [1, 2, 0.5, 0]
    return candidates.first { parameter.problem(with: $0) == nil }!
  }

  static let mistakes: [(String, [String: Double], [String: [Double]], String)] = [
    ("exponential", ["mean": -1], [:], "exponential: mean must be > 0, not -1"),
    ("exponential", [:], [:], "exponential: mean is missing: give mean"),
    (
      "exponential", ["rate": 1], [:],
      "exponential: rate is not one of its parameters: mean"
    ),
    ("exponential", [:], ["mean": [1]], "exponential: mean must be one value, not a list"),
    ("empirical", ["values": 1], [:], "empirical: values must be a list of values"),
    ("empirical", [:], ["values": [1]], "empirical: values must be 2 or more, not 1"),
    (
      "lognormal", ["mean": 1], [:], "lognormal: give mean and cv, or median and sigma"
    ),
    (
      "lognormal", ["mean": 1, "cv": 1, "median": 1], [:],
      "lognormal: give mean and cv, or median and sigma"
    ),
    ("erlang", ["mean": 1, "stages": 2.5], [:], "erlang: stages must be a whole number, not 2.5"),
    ("uniform", ["from": 2, "to": 2], [:], "uniform: to must be > from = 2, not 2"),
    (
      "triangular", ["from": 1, "mode": 6, "to": 5], [:],
      "triangular: mode must be from 1 to 5, not 6"
    ),
    ("normal", ["mean": 0, "sd": 1, "from": .nan], [:], "normal: from must be finite, not nan"),
    (
      "normal", ["mean": 0, "sd": 1, "from": 9], [:],
      "normal: from and to leave hardly anything of the bell curve"
    ),
    (
      "discrete", [:], ["values": [1], "weights": [1, 2]],
      "discrete: weights must be 1, one per value, not 2"
    ),
    ("discrete", [:], ["values": [1], "weights": [0]], "discrete: weights must have a sum > 0"),
    ("discrete", [:], ["values": [1], "weights": [-1]], "discrete: weights must be >= 0, not -1"),
    (
      "binomial", ["trials": 5, "probability": 1.1], [:],
      "binomial: probability must be <= 1, not 1.1"
    ),
    (
      "weibull", ["scale": 1, "shape": 0.001], [:],
      "weibull: has no finite mean for scale: 1, shape: 0.001"
    ),
  ]

  @Test("A mistake is named in one sentence", arguments: mistakes)
  func message(
    name: String, values: [String: Double], lists: [String: [Double]], message: String
  ) throws {
    let family = try #require(LawFamily.named(name))
    let error = #expect(throws: LawError.self) { try family.make(values, lists: lists) }
    #expect(error?.description == message)
  }

  @Test("An unknown name has no family")
  func unknown() {
    #expect(LawFamily.named("gaussian") == nil)
    #expect(LawFamily.named("negative_binomial")?.isInteger == true)
  }
}
