internal import Fulfillment
internal import RandomVariates
internal import ScenarioFile

/// The reference as text, from the same records that decode scenarios.
enum Reference {
  /// The page of a topic, or the list of all topics.
  static func page(_ topic: String?) throws(Failure) -> String {
    guard let topic else { return overview }
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

  private static var overview: String {
    var text = "ploy describe TOPIC explains one of these.\n"
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
