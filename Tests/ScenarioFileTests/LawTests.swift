import Diagnostics
import Quantities
import RandomVariates
import ScenarioFile
import Testing

private func law(_ text: String) -> (law: Law?, problems: [(String, Int?, Int?)]) {
  let (value, document) = decode("pick:\n  time: \"\(text)\"")
  let problems = document.sink.diagnostics.map {
    ($0.code, $0.location?.column, $0.location?.length)
  }
  return (problems.isEmpty ? value?.pick.time : nil, problems)
}

@Test("laws read with names, equal signs, by place and with lists")
func laws() throws {
  let expected = try Law.lognormal(mean: 180, cv: 0.6)
  for text in [
    "lognormal(mean: 3 min, cv: 0.6)", "lognormal(mean=3 min, cv=60 %)", "lognormal(3 min, 0.6)",
    " lognormal ( cv: 0.6 , mean: 180 s ) ", "lognormal(mean: 2 min 60 s, cv: 0.6)",
  ] {
    #expect(law(text).law == expected, "\(text)")
  }
  #expect(law("exponential(mean: 2 h)").law?.mean == 7200)
  #expect(law("3 min").law == .constant(180))
  #expect(law("constant(3 min)").law == .constant(180))
  #expect(try law("empirical(values: [1 min, 2 min])").law == .empirical(values: [60, 120]))
  #expect(
    try law("discrete(values: [1 min, 2 min], weights: [1, 3])").law
      == .discrete(values: [60, 120], weights: [1, 3]))
  #expect(decode("pick:\n  time: exponential(mean=2 h)").value?.pick.time.mean == 7200)
}

@Test(
  "a fault in a law is marked within the text",
  arguments: [
    ("lognormol(mean: 3 min, cv: 0.6)", "unknown-law", 10, 9),
    ("lognormal(mean: 3 minits, cv: 0.6)", "unknown-unit", 28, 6),
    ("lognormal(mean: 3, cv: 0.6)", "missing-unit", 26, 1),
    ("lognormal(mean: 3 kg, cv: 0.6)", "wrong-unit", 26, 4),
    ("lognormal(mean: -3 min, cv: 0.6)", "out-of-bounds", 26, 6),
    ("lognormal(mean: 3 min, cv: 0)", "out-of-bounds", 37, 1),
    ("lognormal(mean: 3 min, vc: 0.6)", "bad-law", 33, 2),
    ("lognormal(mean: 3 min)", "bad-law", 10, 9),
    ("lognormal(mean: 3 min, cv: 0.6, median: 2 min)", "bad-law", 10, 9),
    ("lognormal(mean: 3 min, mean: 4 min, cv: 1)", "bad-law", 33, 4),
    ("lognormal(mean: 3 min, cv: 0.6", "bad-law", 40, 1),
    ("lognormal(mean: , cv: 0.6)", "bad-law", 26, 1),
    ("lognormal(mean: 3 min, cv: 0.6) x", "bad-law", 42, 1),
    ("lognormal(1 min, 2, 3)", "bad-law", 30, 1),
    ("lognormal", "bad-law", 9, 11),
    ("empirical(values: 3 min)", "bad-law", 20, 6),
    ("empirical(values: [1 min, 2])", "missing-unit", 36, 1),
    ("empirical(values: [])", "bad-law", 20, 6),
    ("exponential(mean: [1 min])", "bad-law", 22, 4),
    ("normal(mean: 3 min, sd: 1 min)", "out-of-bounds", 9, 32),
    ("constant(-3 min)", "out-of-bounds", 9, 18),
    ("uniform(from: 3 min, to: 2 min)", "bad-law", 31, 2),
  ])
func lawFaults(text: String, code: String, column: Int, length: Int) throws {
  let problems = law(text).problems
  #expect(problems.count == 1)
  let problem = try #require(problems.first)
  #expect(problem.0 == code)
  #expect(problem.1 == column)
  #expect(problem.2 == length)
}

@Test("every law family reads back from its own description")
func families() throws {
  for family in LawFamily.all {
    let values = [
      "mean": 3.0, "cv": 0.5, "min": 1, "max": 5, "mode": 2, "k": 2, "shape": 2, "scale": 3,
      "value": 3, "p": 0.3,
    ]
    for form in family.forms {
      let known = form.filter { values[$0] != nil }
      guard known.count == form.count,
        !form.contains(where: { name in family.parameters.first { $0.name == name }?.list == true }
        ),
        let made = try? family.make(values.filter { form.contains($0.key) })
      else { continue }
      let text = made.parameters.map { name, values in
        let carriesUnit = family.parameters.first { $0.name == name }?.carriesUnit == true
        return "\(name): \(values[0])\(carriesUnit ? " s" : "")"
      }
      let read = law("\(family.name)(\(text.joined(separator: ", ")))")
      if made.lowerBound >= 0 { #expect(read.law == made, "\(family.name) \(text)") }
    }
  }
}
