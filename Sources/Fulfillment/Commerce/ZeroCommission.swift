internal import Quantities
public import ScenarioFile

/// The platform waives its referral fee, in whole or in part.
public struct ZeroCommission: SubsidyKind {
  public var terms = SubsidyTerms()

  public init() {}

  public static let summary = "The platform gives the referral fee back to the seller."
  public static let parameters: [Parameter<ZeroCommission>] =
    SubsidyTerms.parameters.lifted(\.terms)
  public var basis: SubsidyBasis { .referralFee }
  public func check(_ report: RecordReport) { terms.check(report) }
}
