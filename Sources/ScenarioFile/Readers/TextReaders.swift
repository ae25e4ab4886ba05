internal import Diagnostics

extension ValueReader where Value == String {
  /// Any text; numbers count as text, lists and mappings do not.
  public static var text: ValueReader<String> {
    ValueReader(.text, text: { $0.isEmpty ? nil : $0 }) { node, context in
      context.scalar(node, expected: "a text")?.text
    }
  }

  /// A name defined elsewhere in the scenario; whether it is there is checked by who knows the names.
  public static func reference(to kind: String) -> ValueReader<String> {
    ValueReader(.reference(to: kind), text: { $0.isEmpty ? nil : $0 }) { node, context in
      guard let text = context.scalar(node, expected: "the name of a \(kind)")?.text else {
        return nil
      }
      if text.isEmpty {
        context.error(.noValue, "expected the name of a \(kind), found ''", at: node.location)
        return nil
      }
      return text
    }
  }

  /// The path of a file, resolved beside the file that names it; who reads it finds out whether it is
  /// there.
  public static var file: ValueReader<String> {
    ValueReader(.file, text: { $0.isEmpty ? nil : $0 }) { node, context in
      guard let text = context.scalar(node, expected: "a path")?.text else { return nil }
      return Paths.resolve(text, besides: node.location.file)
    }
  }
}

extension ValueReader where Value == Bool {
  /// `true` or `false` and nothing else, as in YAML 1.2.
  public static var flag: ValueReader<Bool> {
    ValueReader(.flag, text: { String($0) }) { node, context in
      guard let scalar = context.scalar(node, expected: "true or false") else { return nil }
      switch scalar.text {
      case "true": return true
      case "false": return false
      default:
        let guesses = ["yes": "true", "on": "true", "no": "false", "off": "false"]
        let word = scalar.text.lowercased()
        context.error(
          .wrongType, "expected true or false, found \(node.kindName)", at: node.location,
          suggestion: guesses[word] ?? (word == "true" || word == "false" ? word : nil))
        return nil
      }
    }
  }
}

extension ValueReader
where Value: CaseIterable & RawRepresentable & Sendable, Value.RawValue == String {
  /// One of the cases of an enumeration, by raw value.
  public static func choice(_ type: Value.Type = Value.self) -> ValueReader<Value> {
    let names = Value.allCases.map(\.rawValue)
    return ValueReader(.choice(names), text: { $0.rawValue }) { node, context in
      let expected = "one of \(names.joined(separator: ", "))"
      guard let scalar = context.scalar(node, expected: expected) else { return nil }
      if let value = Value(rawValue: scalar.text) { return value }
      context.error(
        .unknownChoice, "expected \(expected), found '\(scalar.excerpt)'", at: node.location,
        suggestion: context.nearest(to: scalar.text, among: names))
      return nil
    }
  }
}
