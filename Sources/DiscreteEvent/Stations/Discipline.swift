/// Who is served next among those who wait.
public enum Discipline: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case firstInFirstOut
  case lastInFirstOut
  /// The smallest key first; among equal keys, first in first out.
  case priority
}
