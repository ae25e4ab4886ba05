/// The generator behind a random stream.
///
/// Two unrelated families, to answer "does the result depend on the generator?".
@frozen
public enum GeneratorKind: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// Counter-based; a substream is a counter word, so disjoint by construction. The standard.
  case philox4x64
  /// Combined multiple recursive, with jumps to streams and substreams; slow to seat.
  case mrg32k3a
}
