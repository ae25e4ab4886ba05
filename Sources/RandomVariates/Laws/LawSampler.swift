/// Draws variates of one ``Law``: a function, four numbers and a bare pointer.
///
/// Copies cost nothing. The law must outlive it: it owns the table of an empirical or discrete law.
@frozen
public struct LawSampler: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline typealias Draw =
    @convention(c) (
      UnsafeMutableRawPointer, Double, Double, Double, Double, UnsafeRawPointer?
    ) -> Double

  /// nil: a constant, the first number.
  @usableFromInline let draw: Draw?
  @usableFromInline let a: Double
  @usableFromInline let b: Double
  @usableFromInline let c: Double
  @usableFromInline let d: Double
  @usableFromInline let table: UnsafeRawPointer?
  @usableFromInline let factor: Double

  init(
    draw: Draw?, _ a: Double, _ b: Double, _ c: Double, _ d: Double, table: UnsafeRawPointer?,
    factor: Double
  ) {
    self.draw = draw
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.table = table
    self.factor = factor
  }

  /// Whether every variate is the same; no word is then drawn.
  @inlinable
  public var isConstant: Bool { draw == nil }

  /// One variate.
  ///
  /// - Draws: what the family's documentation says; nothing for a constant.
  @inlinable
  public func sample(_ stream: inout RandomStream) -> Double {
    guard let draw else { return a * factor }
    return withUnsafeMutablePointer(to: &stream) {
      draw(UnsafeMutableRawPointer($0), a, b, c, d, table) * factor
    }
  }
}
