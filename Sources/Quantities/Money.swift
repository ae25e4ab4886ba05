/// An amount of the scenario's currency, in whole millionths, so that sums are exact.
@frozen
public struct Money: Hashable, Comparable, Sendable, BitwiseCopyable {
  public var micros: Int64

  @inlinable
  public init(micros: Int64) { self.micros = micros }

  /// The whole number of millionths nearest to `amount` [currency units].
  @inlinable
  public init(_ amount: Double) { micros = Int64((amount * 1e6).rounded()) }

  public static let zero = Money(micros: 0)

  @inlinable
  public var amount: Double { Double(micros) * 1e-6 }

  @inlinable
  public static func < (a: Money, b: Money) -> Bool { a.micros < b.micros }
  @inlinable
  public static func + (a: Money, b: Money) -> Money { Money(micros: a.micros + b.micros) }
  @inlinable
  public static func - (a: Money, b: Money) -> Money { Money(micros: a.micros - b.micros) }
  @inlinable
  public static func += (a: inout Money, b: Money) { a.micros += b.micros }
}
