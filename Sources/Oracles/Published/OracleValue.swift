/// A value of an oracle file: numbers may be written as texts, so that all their digits stay.
public enum OracleValue: Sendable, Hashable, Decodable {
  case number(Double)
  case text(String)
  case list([OracleValue])
  case object([String: OracleValue])
  case nothing

  public init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Key.self) {
      var object: [String: OracleValue] = [:]
      for key in members.allKeys {
        object[key.stringValue] = try members.decode(OracleValue.self, forKey: key)
      }
      self = .object(object)
      return
    }
    if var items = try? decoder.unkeyedContainer() {
      var list: [OracleValue] = []
      while !items.isAtEnd { list.append(try items.decode(OracleValue.self)) }
      self = .list(list)
      return
    }
    let single = try decoder.singleValueContainer()
    if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else if let text = try? single.decode(String.self) {
      self = Double(text).map { .number($0) } ?? .text(text)
    } else {
      self = .nothing
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var numbers: [Double]? {
    if case .list(let list) = self {
      list.map(\.number).allSatisfy { $0 != nil } ? list.compactMap(\.number) : nil
    } else {
      nil
    }
  }
  var object: [String: OracleValue]? {
    if case .object(let object) = self { object } else { nil }
  }

  /// Every number with its path, such as "base1.EB_exact", by name.
  func figures(_ prefix: String = "") -> [(name: String, value: Double)] {
    switch self {
    case .number(let number): return [(prefix, number)]
    case .object(let members):
      return members.sorted { Self.isBefore($0.key, $1.key) }.flatMap { key, value in
        value.figures(prefix.isEmpty ? key : "\(prefix).\(key)")
      }
    case .list, .text, .nothing: return []
    }
  }

  /// By letters, then by the number at the end: d_2 before d_10.
  private static func isBefore(_ a: String, _ b: String) -> Bool {
    func split(_ name: String) -> (Substring, Double) {
      let letters = name.prefix { !$0.isNumber }
      return (letters, Double(name.dropFirst(letters.count)) ?? 0)
    }
    let (left, right) = (split(a), split(b))
    if left.0 != right.0 { return left.0 < right.0 }
    return left.1 == right.1 ? a < b : left.1 < right.1
  }
}
