/// All purposes of a program, each owned by one component; making it is the check.
///
/// Two names with one key would share their draws, and so would two components that use one name:
/// both would correlate what must be independent without any visible sign. A conflict is a mistake in
/// the program, hence `try! PurposeRegistry([…])` where the purposes are listed.
public struct PurposeRegistry: Sendable {
  /// A purpose and the component that draws for it.
  public struct Entry: Hashable, Sendable {
    public let purpose: Purpose
    public let component: String

    public init(_ purpose: Purpose, by component: String) {
      self.purpose = purpose
      self.component = component
    }
  }

  public enum Conflict: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two names have one key.
    case sameKey(String, String)
    /// Two components draw for one purpose.
    case sharedPurpose(String, components: [String])

    public var description: String {
      switch self {
      case .sameKey(let first, let second):
        "purposes \"\(first)\" and \"\(second)\" have the same key: rename one"
      case .sharedPurpose(let name, let components):
        "purpose \"\(name)\" belongs to \(components.joined(separator: " and to ")): name two"
      }
    }
  }

  /// The entries in the sequence given, each once.
  public let entries: [Entry]

  public init(_ entries: [Entry]) throws(Conflict) {
    var byKey: [UInt64: Entry] = [:]
    var unique: [Entry] = []
    for entry in entries {
      guard let earlier = byKey[entry.purpose.key] else {
        byKey[entry.purpose.key] = entry
        unique.append(entry)
        continue
      }
      if earlier.purpose.name != entry.purpose.name {
        throw .sameKey(earlier.purpose.name, entry.purpose.name)
      }
      throw .sharedPurpose(
        entry.purpose.name, components: [earlier.component, entry.component])
    }
    self.entries = unique
  }
}
