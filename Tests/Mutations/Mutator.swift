/// A small generator of its own, so that seeds mean the same on every machine (SplitMix64).
public struct Dice: RandomNumberGenerator {
  private var state: UInt64

  public init(_ seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func pick<C: RandomAccessCollection>(_ items: C) -> C.Element {
    items[items.index(items.startIndex, offsetBy: Int(next() % UInt64(items.count)))]
  }

  mutating func below(_ n: Int) -> Int { Int(next() % UInt64(max(1, n))) }
}

/// Makes of a scenario one with a few slips of the pen, the same one for the same seed.
public struct Mutator {
  private let corpus: [SourceText]

  public init(_ corpus: [SourceText]) { self.corpus = corpus }

  /// One to three slips in one of the scenarios; half of the time numbers alone change.
  public func mutant(_ seed: UInt64) -> (source: SourceText, bytes: [UInt8]) {
    var dice = Dice(seed)
    let source = dice.pick(corpus)
    var text = source.text
    let isGentle = dice.below(2) == 0
    for _ in 0...dice.below(3) {
      text =
        isGentle
        ? tokens(text, &dice, Mutator.isNumber) { other(than: $0, &$1) } : mutate(text, &dice)
    }
    var bytes = Array(text.utf8)
    if !isGentle, dice.below(5) == 0 { flip(&bytes, &dice) }
    return (source, bytes)
  }

  private func mutate(_ text: String, _ dice: inout Dice) -> String {
    switch dice.below(10) {
    case 0: return lines(text, &dice) { lines, dice in lines.remove(at: dice.below(lines.count)) }
    case 1:
      return lines(text, &dice) { lines, dice in
        let line = dice.pick(lines)
        lines.insert(line, at: dice.below(lines.count + 1))
      }
    case 2: return lines(text, &dice) { lines, dice in indent(&lines, &dice) }
    case 3:
      return lines(text, &dice) { lines, dice in
        lines.swapAt(dice.below(lines.count), dice.below(lines.count))
      }
    case 4, 5, 6: return tokens(text, &dice, Mutator.isNumber) { $1.pick(Mutator.numbers) }
    case 7: return tokens(text, &dice, Mutator.isWord) { rename($0, &$1) }
    case 8: return swapTokens(text, &dice)
    default: return tokens(text, &dice, { _ in true }) { $1.pick(Mutator.oddities) }
    }
  }

  // MARK: Bytes and lines

  private func flip(_ bytes: inout [UInt8], _ dice: inout Dice) {
    for _ in 0...dice.below(3) where !bytes.isEmpty {
      let index = dice.below(bytes.count)
      switch dice.below(3) {
      case 0: bytes[index] ^= 1 << UInt8(dice.below(8))
      case 1: bytes.remove(at: index)
      default: bytes.insert(UInt8(truncatingIfNeeded: dice.next()), at: index)
      }
    }
  }

  private func lines(
    _ text: String, _ dice: inout Dice, _ change: (inout [String], inout Dice) -> Void
  ) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    change(&lines, &dice)
    return lines.joined(separator: "\n")
  }

  private func indent(_ lines: inout [String], _ dice: inout Dice) {
    let index = dice.below(lines.count)
    lines[index] =
      dice.below(2) == 0
      ? dice.pick(["  ", " ", "\t", "- "]) + lines[index]
      : String(lines[index].dropFirst(lines[index].hasPrefix("  ") ? 2 : 0))
  }

  // MARK: Tokens

  private static func isNumber(_ token: Substring) -> Bool { token.first?.isNumber ?? false }
  private static func isWord(_ token: Substring) -> Bool { token.first?.isLetter ?? false }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._-".contains(character)
  }

  /// Stretches of letters, digits, dots, dashes and underscores.
  private func tokens(of text: String) -> [Substring] {
    text.split { !Mutator.isPart($0) }
  }

  /// Replaces one of the tokens that satisfy a condition.
  private func tokens(
    _ text: String, _ dice: inout Dice, _ condition: (Substring) -> Bool,
    _ change: (Substring, inout Dice) -> String
  ) -> String {
    let tokens = tokens(of: text).filter(condition)
    guard !tokens.isEmpty else { return text }
    let token = dice.pick(tokens)
    var text = text
    text.replaceSubrange(token.startIndex..<token.endIndex, with: change(token, &dice))
    return text
  }

  private func swapTokens(_ text: String, _ dice: inout Dice) -> String {
    let all = tokens(of: text)
    guard all.count > 1 else { return text }
    let pair = [dice.pick(all), dice.pick(all)].sorted { $0.startIndex < $1.startIndex }
    guard pair[0].endIndex <= pair[1].startIndex else { return text }
    var result = String(text[..<pair[0].startIndex])
    result += pair[1]
    result += text[pair[0].endIndex..<pair[1].startIndex]
    result += pair[0]
    result += text[pair[1].endIndex...]
    return result
  }

  /// The number some times as large, or rarely any other.
  private func other(than token: Substring, _ dice: inout Dice) -> String {
    let digits = token.prefix { $0.isNumber || $0 == "." }
    guard dice.below(8) != 0, let number = Double(digits) else { return dice.pick(Mutator.numbers) }
    let factor = dice.pick([0, 0.001, 0.1, 0.5, 2, 10, 100, 1000, 1e6])
    let changed = number * factor
    let text = changed == changed.rounded() && changed < 1e15 ? "\(Int(changed))" : "\(changed)"
    return text + token.dropFirst(digits.count)
  }

  private func rename(_ token: Substring, _ dice: inout Dice) -> String {
    var name = Array(token)
    switch dice.below(4) {
    case 0: name.remove(at: dice.below(name.count))
    case 1: name.insert(dice.pick(Array("abcxyz_-")), at: dice.below(name.count + 1))
    case 2: name.swapAt(dice.below(name.count), dice.below(name.count))
    default: return dice.pick(Mutator.words)
    }
    return String(name)
  }

  /// Numbers that planners write by mistake, and those that programs fall over.
  private static let numbers = [
    "0", "-1", "1", "2", "3", "7", "12", "24", "100", "0.5", "1.5", "0.001", "1e-9", "1e-300",
    "-0", "-0.0", "1e3", "1e6", "1e9", "1e12", "1e18", "1e300", "1e400", "999999", "4294967296",
    "2147483647", "2147483648", "9223372036854775807", "9223372036854775808",
    "99999999999999999999", "nan", "inf", "-inf", "NaN", "0x10", "1,000", "٣", "1e", "--1", "+5",
  ]

  /// Words of the format, where others belong.
  private static let words = [
    "null", "true", "never", "always", "daily", "sun", "sites", "clusters", "each", "zone",
    "seller",
    "kind", "extends", "amazon", "hybrid", "table", "columns", "levels", "s_S", "r_Q", "base_stock",
    "dark_store", "customs", "van_rounds", "courier_rounds", "parcel_carrier", "livestream",
    "shelf",
    "lost", "split", "backorder", "cheapest", "in_region_first", "flat", "popular", "every", "at",
    "capacity", "servers", "vehicles", "largest", "cohort", "within", "days", "quantity", "plane",
    "normal", "pareto", "weibull", "gamma", "discrete", "poisson", "beta", "empirical", "uniform",
  ]

  private static let oddities = [
    "", "~", "[]", "{}", "null", "\"\"", "''", "[", "}", ": ", "- ", "&a x", "*a", "!!str", "|",
    ">",
    "<<: *a", "#", "%", "@", "`", "\u{0}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "😀", "\t",
    "[[[[[[]]]]]]", "{table: zones.csv}", "{table: nowhere.csv}", "{extends: amazon}",
    "2000000 d", "0 s", "-5 min", "1e300 d", "3 parsecs", "5 USD", "5 EUR", "2026-02-30", "24:00",
    "mon-sun 00:00-24:00", "sun-mon 23:00-01:00", "normal(mean: 1 h, sd: 1 h)",
    "\"pareto(mean: 1 h, shape: 1.01)\"", "\"lognormal(mean: 1 h, cv: 1e3)\"",
    "\"weibull(mean: 1, shape: 0.01)\"",
    "\"discrete(values: [1], weights: [0])\"", "\"uniform(from: 2 h, to: 1 h)\"",
  ]
}
