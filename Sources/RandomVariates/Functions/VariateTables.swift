/// The tables of the normal quantile and of the exponential function, made once per process.
///
/// A sampler takes them by pointer, so that a loop neither checks nor calls anything.
@frozen
@usableFromInline
struct VariateTables: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<Double>

  @inlinable @inline(__always)
  init(start: UnsafeRawPointer) { self.start = start.assumingMemoryBound(to: Double.self) }

  /// 2^(j/128), j in 0..<128.
  @inlinable @inline(__always)
  var powers: UnsafePointer<Double> { start }

  /// Four pairs of coefficients per stretch of the quantile: one line of a processor's cache.
  @inlinable @inline(__always)
  var quantile: UnsafePointer<SIMD2<Double>> {
    UnsafeRawPointer(start + powerCount).assumingMemoryBound(to: SIMD2<Double>.self)
  }

  /// Never freed: laws and streams share it.
  static let memory = TableMemory(exponentialPowers() + quantileCoefficients())
  @usableFromInline static let shared = VariateTables(start: memory.start)
}
