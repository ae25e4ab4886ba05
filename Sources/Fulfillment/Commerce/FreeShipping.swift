internal import Quantities
public import ScenarioFile

/// The platform pays the buyers' shipping fee.
public struct FreeShipping: SubsidyKind {
  public var terms = SubsidyTerms()

  public init() {}

  public static let summary = "The platform pays the shipping fee instead of the buyer."
  public static let parameters: [Parameter<FreeShipping>] = SubsidyTerms.parameters.lifted(\.terms)
  public var basis: SubsidyBasis { .shippingFee }
  public func check(_ report: RecordReport) { terms.check(report) }
}
