/// A JSON document that is always written the same way: keys sorted, objects without
/// parts on one line, doubles in the shortest form
/// that reads back as the same number, null for what is not a finite number.
enum JSONValue: Sendable {
  case null
  case string(String)
  case number(Double)
  case integer(Int)
  case unsigned(UInt64)
  case flag(Bool)
  case array([JSONValue])
  case object([String: JSONValue])

  static func number(_ x: Double?) -> JSONValue { x.map { .number($0) } ?? .null }

  func text(indent: Int = 0) -> String {
    switch self {
    case .null: "null"
    case .string(let text): Self.quoted(text)
    case .number(let x): x.isFinite ? Self.shortest(x) : "null"
    case .integer(let n): String(n)
    case .unsigned(let n): String(n)
    case .flag(let flag): String(flag)
    case .array(let values):
      Self.block("[", "]", values.map { $0.text(indent: indent + 2) }, indent)
    case .object(let members) where members.values.allSatisfy(\.isScalar):
      "{"
        + members.sorted { $0.key < $1.key }.map {
          "\(Self.quoted($0.key)): \($0.value.text())"
        }.joined(separator: ", ") + "}"
    case .object(let members):
      Self.block(
        "{", "}",
        members.sorted { $0.key < $1.key }.map {
          "\(Self.quoted($0.key)): \($0.value.text(indent: indent + 2))"
        }, indent)
    }
  }

  /// On one line without spaces.
  var compact: String {
    var text = ""
    append(to: &text)
    return text
  }

  private func append(to text: inout String) {
    switch self {
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.append(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { text += "," }
        text += Self.quoted(member.key) + ":"
        member.value.append(to: &text)
      }
      text += "}"
    default: text += self.text()
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func block(_ open: String, _ close: String, _ parts: [String], _ indent: Int)
    -> String
  {
    guard !parts.isEmpty else { return open + close }
    let margin = String(repeating: " ", count: indent)
    return open + "\n" + parts.map { "\(margin)  \($0)" }.joined(separator: ",\n")
      + "\n\(margin)\(close)"
  }

  /// Whole numbers without a fraction part.
  private static func shortest(_ x: Double) -> String {
    if let whole = Int(exactly: x), abs(whole) < 1 << 53 { return String(whole) }
    return x.description
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
