import Diagnostics
import Testing

@Test(
  "edit distance counts insertions, deletions, substitutions and swaps",
  arguments: [
    ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("warehouse", "warehuose", 1), ("a", "b", 1),
  ])
func distance(a: String, b: String, expected: Int) {
  #expect(Spelling.distance(a, b) == expected)
  #expect(Spelling.distance(b, a) == expected)
}

@Test(
  "a suggestion is near enough or absent",
  arguments: [
    ("darkstore", "dark_store"), ("Dark-Store", "dark_store"), ("servrs", "servers"),
    ("sevrers", "servers"), ("fulfil", "fulfillment_center"), ("banana", nil), ("x", nil),
    ("", nil), ("wag", "wage"),
  ] as [(String, String?)])
func nearest(word: String, expected: String?) {
  let names = ["cross_dock", "dark_store", "fulfillment_center", "servers", "wage"]
  #expect(Spelling.nearest(to: word, among: names) == expected)
}
