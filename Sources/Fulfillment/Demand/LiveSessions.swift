internal import Foundation
public import Quantities
public import RandomVariates
public import ScenarioFile

/// The program of live sessions: when they are, who watches, how orders follow what is shown.
///
/// A session with V viewers and conversion c expects V·c orders. The share (1 - n) of them, n being the
/// branching ratio, arrives by a Poisson process whose rate falls exponentially within each slot and ramps
/// up with the audience; each order excites on average n further ones after exponential delays (a Hawkes
/// process in its cluster form; [daley2003], sec. 6.3).
public struct LiveSessions: Configurable {
  public var seller = Located<String>("")
  public var days = Weekdays.all
  public var start = TimeOfDay(hour: 20)!
  public var startSpread = 600.0
  public var duration = Law.constant(2.5 * 3600)
  public var viewers = Law.constant(120)
  public var conversion = 0.075
  public var slot = 180.0
  public var early = 0.6
  public var ramp = 900.0
  public var branchingRatio = 0.3
  public var reaction = 30.0
  public var pinnedShare = 0.85
  public var lines = Law.constant(1)
  public var units = Law.constant(1)

  public init() {}

  public static let summary = "When live sessions are, who watches, how orders follow."
  public static let parameters: [Parameter<LiveSessions>] = LiveSessions.parameters(start: nil)

  /// - Parameters: keys of the sources that a kind's standard values have.
  static func parameters(
    start: String? = nil, duration: String? = nil, viewers: String? = nil,
    conversion: String? = nil, isSelfExciting: Bool = true
  ) -> [Parameter<LiveSessions>] {
    [
      .reference(
        "seller", \.seller, to: "seller", "Cohort whose sellers go live, each on its own.",
        required: true),
      .weekdays("days", \.days, "Days of the sessions."),
      .timeOfDay(
        "start", \.start, "Local time at the seller when a session starts.", source: start),
      .quantity(
        "start_spread", \.startSpread, .time, 0...720,
        "Standard deviation of the start from one session to the next.", unit: "min"),
      .law("duration", \.duration, .time, "Length of a session.", source: duration),
      .law("viewers", \.viewers, .none, "Viewers of a session who may buy.", source: viewers),
      .fraction("conversion", \.conversion, "Orders per viewer.", source: conversion),
      .quantity("slot", \.slot, .time, 1...86_400, "Time one product is pinned.", unit: "s"),
      .fraction(
        "early", \.early, "Share of a slot's orders in its first fifth; 0.2 means no decay."),
      .quantity(
        "ramp", \.ramp, .time, 0...1440, "Time in which the audience builds up.", unit: "min"),
    ] + (isSelfExciting ? excitement : []) + [
      .fraction("pinned_share", \.pinnedShare, "Orders whose first line is the pinned product."),
      .law("lines", \.lines, .none, "Lines per order; more than 255 are cut."),
      .law("units", \.units, .none, "Units per line; more than 1,000,000 are cut."),
    ]
  }

  private static let excitement: [Parameter<LiveSessions>] = [
    .fraction("branching_ratio", \.branchingRatio, 0...0.99, "Orders that one order sets off."),
    .quantity(
      "reaction", \.reaction, .time, 0.1...86_400, "Mean delay of an order set off by another.",
      unit: "s"),
  ]

  public func check(_ report: RecordReport) {
    report.requireBasket(lines: lines, units: units)
    if days.days.isEmpty {
      report.error("no-days", "nobody goes live: 'days' is empty", at: "days")
    }
  }

  /// Rate of the exponential decay over a slot of length 1 that puts `early` of it in the first fifth.
  var decay: Double {
    guard early > 0.2 else { return 0 }
    var low = 1e-9
    var high = 200.0
    for _ in 0..<200 {
      let k = (low + high) / 2
      if -expm1(-0.2 * k) / -expm1(-k) < early { low = k } else { high = k }
    }
    return (low + high) / 2
  }
}
