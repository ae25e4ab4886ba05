/// A record of a scenario: a value whose parameters are each declared once.
///
/// From the declarations come decoding, checks, suggestions, the reference, the JSON Schema and the list
/// of factors that an experiment may vary. Standard values are those of `init()`.
public protocol Configurable: Sendable {
  init()
  /// One sentence in the field's words.
  static var summary: String { get }
  static var parameters: [Parameter<Self>] { get }
  /// Checks what no single parameter can, such as one bound against another; called after decoding when
  /// the record's own parameters had no error.
  func check(_ report: RecordReport)
}

extension Configurable {
  public func check(_ report: RecordReport) {}
}

extension Configurable {
  /// Every parameter below this record, for factors of experiments and for the web form.
  public static var allParameterPaths: [ParameterPath] { ParameterPaths.all(of: Self.self) }
}
