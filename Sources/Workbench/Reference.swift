internal import Fulfillment
internal import RandomVariates
internal import ScenarioFile

/// The reference as text, from the same records that decode scenarios.
enum Reference {
  /// The page of a topic, or the list of all topics.
  static func page(_ topic: String?) throws(Failure) -> String {
    guard let topic else { return overview }
    if topic == book { return wholeBook }
    for registry in Registrations.registries {
      if let kind = registry.kinds.first(where: { $0.name == topic }) {
        return "\(registry.name)\n\n\(ReferenceText.describe(kind))"
      }
    }
    if let record = Registrations.records.first(where: { $0.name == topic }) {
      return ReferenceText.describe(record.record, title: record.name)
    }
    if let family = LawFamily.named(topic) { return law(family) }
    if let preset = Presets.text(topic) { return preset }
    throw .unknown(name: topic, kind: "topic", known: topics)
  }

  static var topics: [String] {
    Registrations.registries.flatMap { $0.kinds.map(\.name) } + Registrations.records.map(\.name)
      + LawFamily.all.map(\.name) + Presets.all.map(\.name)
  }

  /// The topic that is all topics.
  static let book = "all"

  /// Every kind, record and law as one Markdown page.
  private static var wholeBook: String {
    var text = """
      # Reference

      Every kind, record and probability law of scenario files, as `ploy describe` explains them: type, bounds, standard
      value, and the key of the standard value's source in the [parameter book](parameters.md). A parameter without a key
      is an engineering estimate, or has no standard value.


      """
    for registry in Registrations.registries {
      text += "## \(capitalized(plural(registry.name)))\n\n"
      for kind in registry.kinds { text += entry(kind.name, ReferenceText.describe(kind)) }
    }
    text += "## Records\n\n"
    for (name, record) in Registrations.records {
      text += entry(name, ReferenceText.describe(record, title: name))
    }
    text += "## Probability laws\n\n"
    for family in LawFamily.all { text += entry(family.name, law(family)) }
    return text.trimmingSuffix(while: \.isNewline) + "\n"
  }

  private static func entry(_ name: String, _ text: String) -> String {
    "### \(name)\n\n```\n\(text.trimmingSuffix(while: \.isNewline))\n```\n\n"
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static var overview: String {
    var text = "ploy describe TOPIC explains one of these, ploy describe \(book) all of them.\n"
    for registry in Registrations.registries {
      text += "\n\(plural(registry.name))\n\(ReferenceText.describe(registry))"
    }
    let rows = { (rows: [(String, String)]) in
      let width = rows.map(\.0.count).max() ?? 0
      return rows.map { name, summary in
        "  \(name)\(String(repeating: " ", count: width - name.count + 2))\(summary)\n"
      }.joined()
    }
    text += "\nrecords\n" + rows(Registrations.records.map { ($0.name, $0.record.summary) })
    text += "\nprobability laws\n" + rows(LawFamily.all.map { ($0.name, $0.summary) })
    text += "\nstrategy presets\n" + rows(Presets.all.map { ($0.name, Presets.about($0.name)) })
    return text
  }

  private static func plural(_ name: String) -> String {
    name.hasSuffix("y") ? "\(name.dropLast())ies" : "\(name)s"
  }

  private static func law(_ family: LawFamily) -> String {
    var text = "\(family.name): \(family.summary)\n\n"
    for parameter in family.parameters {
      let unit = parameter.carriesUnit ? "with the quantity's unit" : "a number"
      let standard = parameter.standard.map { ", standard \($0)" } ?? ""
      text += "  \(parameter.name)  \(parameter.summary) (\(unit)\(standard))\n"
    }
    let forms = family.forms.map {
      "\(family.name)(\($0.map { "\($0): …" }.joined(separator: ", ")))"
    }
    return text + "\nwritten \(forms.joined(separator: " or "))\n"
  }
}

extension String {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
    var end = endIndex
    while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
    return String(self[..<end])
  }
}
