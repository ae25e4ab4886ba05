/// What a random stream is for, by name: "arrivals.orders", "service.pick".
///
/// Streams of different purposes never share a draw, so a change in how one activity uses chance
/// leaves all others as they were (common random numbers). The key is part of the results' contract:
/// renaming a purpose changes every number drawn for it.
///
/// - Source: FNV-1a, 64 bits, of the name in UTF-8 [fowler1991].
public struct Purpose: Hashable, Sendable {
  public let name: String
  /// FNV-1a-64 of the name.
  public let key: UInt64

  public init(_ name: String) {
    self.name = name
    key = Self.fnv1a64(name)
  }

  /// The 64-bit FNV-1a hash of a text in UTF-8: the same in every process and on every machine.
  public static func fnv1a64(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
