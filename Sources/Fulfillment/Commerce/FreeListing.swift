internal import Quantities
public import ScenarioFile

/// The platform waives its listing fee; its budget is spent by time.
public struct FreeListing: SubsidyKind {
  public var terms = SubsidyTerms()

  public init() {}

  public static let summary = "The platform gives the listing fee back to the seller."
  public static let parameters: [Parameter<FreeListing>] =
    SubsidyTerms.parameters.filter { $0.name != "up_to" }.lifted(\.terms)
  public var basis: SubsidyBasis { .listingFee }
  public func check(_ report: RecordReport) { terms.check(report) }
}
