/// Finds what a misspelled word probably meant.
public enum Spelling {
  /// The candidate nearest to `word`, if one is near enough to be worth suggesting.
  ///
  /// Case, `-`, `_` and spaces do not count. Near enough: one edit per three letters, at least one and
  /// at most three; or `word` is the beginning (three letters or more) of one candidate only.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let target = folded(word)
    guard !target.isEmpty, target.count <= 64 else { return nil }
    let limit = min(3, max(1, target.count / 3))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates where candidate.utf8.count <= 256 {
      let other = folded(candidate)
      guard abs(other.count - target.count) <= limit else { continue }
      let distance = distance(target, other)
      guard distance <= limit, distance < max(target.count, other.count) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    if let best { return best.candidate }
    guard target.count >= 3 else { return nil }
    let longer = candidates.filter { folded($0).starts(with: target) }
    return longer.count == 1 ? longer[0] : nil
  }

  /// Damerau-Levenshtein distance in its optimal-string-alignment form: insertions, deletions,
  /// substitutions and swaps of neighbors each cost one.
  ///
  /// - Complexity: O(n m) time, O(m) memory.
  public static func distance(_ a: String, _ b: String) -> Int {
    distance(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var value = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          value = min(value, beforeLast[j - 2] + 1)
        }
        current[j] = value
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}
