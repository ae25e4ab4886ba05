internal import Diagnostics
internal import Quantities
internal import RandomVariates

/// Understands one law expression and reports what is wrong at the right place within it.
struct LawParser {
  let text: String
  let node: Node
  let dimension: Dimension
  let example: String
  let context: DecodingContext

  func law() -> Law? {
    do {
      guard let syntax = try LawSyntax(text) else { return constant() }
      return law(syntax)
    } catch {
      context.error(
        .badLaw, error.message, at: node.part(offset: error.offset, length: error.length),
        help: ["write a law as 'lognormal(mean: \(example), cv: 0.6)'"])
      return nil
    }
  }

  private func constant() -> Law? {
    if let family = LawFamily.named(text) {
      let names = Self.forms(family)
      context.error(
        .badLaw, "'\(text)' needs its parameters: \(names)", at: node.location,
        help: [family.summary])
      return nil
    }
    let word = LawSyntax.Word(text: text, offset: 0)
    return value(word, as: dimension, example: example).map { Law.constant($0) }
  }

  private func law(_ syntax: LawSyntax) -> Law? {
    guard let family = LawFamily.named(syntax.name.text) else {
      let names = LawFamily.all.map(\.name)
      context.error(
        .unknownLaw, "unknown law '\(syntax.name.text)'", at: place(syntax.name),
        suggestion: Spelling.nearest(to: syntax.name.text, among: names),
        help: ["laws: \(RecordReader.list(names))"])
      return nil
    }
    var values: [String: Double] = [:]
    var lists: [String: [Double]] = [:]
    var places: [String: LawSyntax.Word] = [:]
    var isSound = true
    for (index, argument) in syntax.arguments.enumerated() {
      guard let parameter = parameter(argument, index, family, syntax) else {
        isSound = false
        continue
      }
      if places[parameter.name] != nil, let name = argument.name {
        report("'\(parameter.name)' stands twice", at: name)
        isSound = false
        continue
      }
      places[parameter.name] = argument.name ?? argument.values.first ?? syntax.name
      guard let numbers = numbers(argument, parameter) else {
        isSound = false
        continue
      }
      if parameter.list {
        lists[parameter.name] = numbers
      } else {
        values[parameter.name] = numbers[0]
      }
    }
    guard isSound else { return nil }
    do {
      return try family.make(values, lists: lists)
    } catch {
      let place = error.parameter.flatMap { places[$0] } ?? syntax.name
      let subject = error.parameter.map { "'\($0)' " } ?? "\(family.name): "
      report(subject + error.problem, at: place, help: "parameters: \(Self.forms(family))")
      return nil
    }
  }

  private func parameter(
    _ argument: LawSyntax.Argument, _ index: Int, _ family: LawFamily, _ syntax: LawSyntax
  ) -> LawParameter? {
    guard let name = argument.name else {
      // Values without names follow the family's first form.
      let names = family.forms.first ?? []
      guard index < names.count,
        let parameter = family.parameters.first(where: { $0.name == names[index] })
      else {
        report(
          "'\(family.name)' takes \(names.count) values without name",
          at: argument.values.first ?? syntax.name, help: "parameters: \(Self.forms(family))")
        return nil
      }
      return parameter
    }
    if let parameter = family.parameters.first(where: { $0.name == name.text }) { return parameter }
    let names = family.parameters.map(\.name)
    context.error(
      .badLaw, "'\(family.name)' has no parameter '\(name.text)'", at: place(name),
      suggestion: Spelling.nearest(to: name.text, among: names),
      help: ["parameters: \(Self.forms(family))"])
    return nil
  }

  /// The argument's values in base units, within the parameter's bounds.
  private func numbers(_ argument: LawSyntax.Argument, _ parameter: LawParameter) -> [Double]? {
    guard argument.isList == parameter.list else {
      let word = argument.name ?? argument.values.first ?? LawSyntax.Word(text: "", offset: 0)
      let expected = parameter.list ? "a list such as [\(example), \(example)]" : "one value"
      report("'\(parameter.name)' must be \(expected)", at: word)
      return nil
    }
    let kind = parameter.carriesUnit ? dimension : .none
    var result: [Double] = []
    for word in argument.values {
      guard let value = value(word, as: kind, example: kind == .none ? "0.6" : example) else {
        return nil
      }
      if let problem = parameter.problem(with: value) {
        let rule = problem.prefix { $0 != "," }
        context.error(
          .outOfBounds, "'\(parameter.name)' \(rule), found \(word.text)", at: place(word))
        return nil
      }
      result.append(value)
    }
    return result
  }

  private func value(_ word: LawSyntax.Word, as dimension: Dimension, example: String) -> Double? {
    do {
      return try Quantity.value(
        of: word.text, as: dimension, example: example, in: context.units)
    } catch {
      context.report(error, in: node, offset: word.offset)
      return nil
    }
  }

  private func report(_ message: String, at word: LawSyntax.Word, help: String? = nil) {
    context.error(.badLaw, message, at: place(word), help: help.map { [$0] } ?? [])
  }

  private func place(_ word: LawSyntax.Word) -> SourceLocation {
    node.part(offset: word.offset, length: word.length)
  }

  /// "mean and cv, or median and sigma".
  private static func forms(_ family: LawFamily) -> String {
    family.forms.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
  }
}
