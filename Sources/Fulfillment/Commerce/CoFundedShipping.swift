internal import Quantities
public import ScenarioFile

/// The platform takes over a share of what carriers are paid, up to an amount per order.
///
/// What they are paid is known when the order is at the door. Until then the whole amount is set aside, so
/// that the budget is never overspent; what is left of it goes back.
public struct CoFundedShipping: SubsidyKind {
  public var terms = SubsidyTerms()
  public var upTo = 0.0

  public init() {}

  public static let summary = "The platform shares the cost of shipping with whoever pays carriers."
  public static let parameters: [Parameter<CoFundedShipping>] =
    SubsidyTerms.parameters.filter { $0.name != "up_to" }.lifted(\.terms) + [
      .quantity(
        "up_to", \.upTo, .money, 0...1e6, "Most that it pays for one order; set aside until then.",
        unit: "USD", source: "FT12", required: true)
    ]
  public var basis: SubsidyBasis { .shippingCost }
  public func check(_ report: RecordReport) { terms.check(report) }
}
