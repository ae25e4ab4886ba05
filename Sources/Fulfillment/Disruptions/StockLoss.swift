public import ScenarioFile

/// A share of the units on hand is lost when it happens: fire, water, theft. They are written off at cost.
public struct StockLoss: TargetedDisruption {
  public var timing = DisruptionTiming()
  public var target = DisruptionTarget()
  public var share = 1.0

  public init() {}

  public static let summary = "A share of the units on hand is lost and written off."
  public static let parameters: [Parameter<StockLoss>] =
    DisruptionTiming.parameters.lifted(\.timing) + DisruptionTarget.parameters.lifted(\.target) + [
      .fraction("share", \.share, "Share of the units on hand of every SKU.")
    ]

  public func disrupt(_ work: inout DisruptionWork) { work.loseStock(share, at: target) }
}
