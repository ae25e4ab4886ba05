/// How large a scenario may be; beyond, it is refused with a message instead of eating the machine.
public struct Limits: Sendable {
  /// Bytes of one YAML file.
  public var yamlBytes = 16 << 20
  /// Bytes of one table.
  public var tableBytes = 256 << 20
  /// Levels of lists and mappings within each other.
  public var depth = 100
  /// Values of a document with aliases and `extends` written out.
  public var nodes = 2_000_000
  /// Files that one `extends` chain may pass.
  public var extendsDepth = 16

  public init() {}

  public static let standard = Limits()
}
