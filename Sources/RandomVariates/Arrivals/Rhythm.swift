import CGSL

/// How the hour of the day and age change what excites: a factor on a rate, around 1.
///
/// (1 - amplitude sin(2π (clock + phase))) e^(-age / freshness), with the clock in days since midnight. With
/// the standard phase of an eighth of a day it is highest at 15:00 and lowest at 3:00.
///
/// - Source: [kobayashi2016].
public struct Rhythm: Hashable, Sendable {
  /// Swing over the day, in 0...1.
  public var amplitude: Double
  /// Shift of the swing [d].
  public var phase: Double
  /// Age at which the factor has fallen to 1/e [s]; infinity for none.
  public var freshness: Double

  public init(amplitude: Double = 0, phase: Double = 0.125, freshness: Double = .infinity) {
    precondition((0...1).contains(amplitude), "amplitude must be in 0...1")
    precondition(freshness > 0, "freshness must be > 0")
    self.amplitude = amplitude
    self.phase = phase
    self.freshness = freshness
  }

  /// The largest factor there can be.
  public var maximum: Double { 1 + amplitude }

  /// The factor `age` seconds after the beginning, when clocks show `clock` seconds since midnight.
  public func factor(clock: Double, age: Double) -> Double {
    let swing = amplitude > 0 ? amplitude * sin(2 * .pi * (clock / 86400 + phase)) : 0
    return (1 - swing) * exp(-age / freshness)
  }
}
