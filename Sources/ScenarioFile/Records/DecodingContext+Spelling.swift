internal import Diagnostics

extension DecodingContext {
  func nearest(to word: String, among candidates: [String]) -> String? {
    Spelling.nearest(to: word, among: candidates)
  }
}
