internal import CGSL

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
  @usableFromInline let isLognormal: Bool

  init(
    draw: Draw?, _ a: Double, _ b: Double, _ c: Double, _ d: Double, table: UnsafeRawPointer?,
    factor: Double, isLognormal: Bool
  ) {
    self.draw = draw
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.table = table
    self.factor = factor
    self.isLognormal = isLognormal
  }

  /// Whether every variate is the same; no word is then drawn.
  @inlinable
  public var isConstant: Bool { draw == nil }

  /// One variate.
  ///
  /// - Draws: what the family's documentation says; nothing for a constant.
  @inlinable
  public func sample(_ stream: inout RandomStream) -> Double {
    if isLognormal { return LawSampler.lognormal(a, b, stream.uniform()) * factor }
    guard let draw else { return a * factor }
    return withUnsafeMutablePointer(to: &stream) {
      draw(UnsafeMutableRawPointer($0), a, b, c, d, table) * factor
    }
  }

  /// What `draw` would give for a uniform number, without calling it.
  @usableFromInline @inline(never)
  static func lognormal(_ mu: Double, _ sigma: Double, _ u: Double) -> Double {
    exp(mu + sigma * normalQuantile(u))
  }
}

extension UnsafePointer<LawSampler> {
  /// The law's first variate at an entity's seat; where the stream is afterwards is not said.
  ///
  /// Behind pointers, for a loop in which even copies count.
  ///
  /// - Complexity: that of one block of Philox for a lognormal law, nothing for a constant.
  @inlinable @inline(__always)
  public func sample(
    _ stream: inout RandomStream, at seat: UnsafePointer<PreparedSeat>, entity: UInt64
  ) -> Double {
    if pointee.isLognormal, stream.kind == .philox4x64 {
      let u = RandomStream.uniform(seat.pointee.block(entity).0 ^ stream.complement)
      return LawSampler.lognormal(pointee.a, pointee.b, u) * pointee.factor
    }
    return sampleSeated(&stream, at: seat, entity: entity)
  }

  @usableFromInline @inline(never)
  func sampleSeated(
    _ stream: inout RandomStream, at seat: UnsafePointer<PreparedSeat>, entity: UInt64
  ) -> Double {
    if pointee.isConstant { return pointee.a * pointee.factor }
    stream.seat(seat.pointee, entity: entity)
    return pointee.sample(&stream)
  }
}
