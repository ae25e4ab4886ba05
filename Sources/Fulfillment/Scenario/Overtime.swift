internal import Quantities
public import ScenarioFile

/// Who is on duty when hours end stays while work waits.
public struct Overtime: Configurable {
  public var longest = 2.0 * 3600
  public var block = 1800.0
  public var pay = 1.5

  public init() {}

  public static let summary = "Staff who stay after their hours while work waits."
  public static let parameters: [Parameter<Overtime>] = [
    .quantity(
      "longest", \.longest, .time, 0.01...24, "Longest that anybody stays after the end of hours.",
      unit: "h"),
    .quantity(
      "block", \.block, .time, 1...1440,
      "They stay for a block at a time, and another one if work still waits at its end.",
      unit: "min"),
    .number("pay", \.pay, 1...10, "Pay of overtime over the wage."),
  ]
}

/// Extra people who are called when too much work waits.
public struct SurgeLabor: Configurable {
  public var backlog = 100
  public var staff = 1
  public var check = 900.0
  public var notice = 0.0
  public var length = 4.0 * 3600
  public var pay = 1.5

  public init() {}

  public static let summary = "Extra staff who are called when too much work waits."
  public static let parameters: [Parameter<SurgeLabor>] = [
    .integer(
      "backlog", \.backlog, 1...1_000_000_000,
      "Shipments waiting, while anybody is on duty, at which they are called."),
    .integer("staff", \.staff, 1...1_000_000, "People or machines who come."),
    .quantity(
      "check", \.check, .time, 1...1440, "How often somebody looks at the backlog.", unit: "min"),
    .quantity("notice", \.notice, .time, 0...168, "From the call to being at work.", unit: "h"),
    .quantity(
      "length", \.length, .time, 0.05...168,
      "How long they stay; then they may be called again.", unit: "h"),
    .number("pay", \.pay, 1...10, "Pay over the wage."),
  ]
}
