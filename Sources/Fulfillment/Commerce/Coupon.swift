internal import Quantities
public import ScenarioFile

/// The platform pays a share of the price. Demand does not react to it.
public struct Coupon: SubsidyKind {
  public var terms = SubsidyTerms()

  public init() { terms.share = 0.1 }

  public static let summary = "The platform pays a share of the price instead of the buyer."
  public static let parameters: [Parameter<Coupon>] = SubsidyTerms.parameters.lifted(\.terms)
  public var basis: SubsidyBasis { .price }
  public func check(_ report: RecordReport) { terms.check(report) }
}
