internal import Foundation

/// Published answers that ship with ploy, beside the closed forms of its own.
public enum OracleLibrary {
  public static let file: OracleFile = {
    do throws(OracleFile.Malformed) {
      return try OracleFile(Data(PackageResources.published_json))
    } catch {
      preconditionFailure("the library is in order: \(error.why)")
    }
  }()

  /// Entries of the library whose figures a case with a closed form has as well.
  public static let covered: [String: String] = [
    "mm1_0.5_1": "mm1-0.5", "mm1_0.8_1": "mm1-0.8", "mm1_0.95_1": "mm1-0.95",
    "mm1_3_4": "mm1-0.75", "erlangb_2_1": "lost-sales-2-1", "erlangb_2_1.8": "lost-sales-2-1.8",
    "erlangb_5_4": "lost-sales-5-4", "erlangb_10_8": "lost-sales-10-8",
    "erlangb_20_18": "lost-sales-20-18", "erlangb_50_45": "lost-sales-50-45",
    "erlangb_100_100": "lost-sales-100-100", "erlangb_1000_1000": "lost-sales-1000-1000",
    "mmc_3_2.4_1": "mmc-3", "mmc_5_4_1": "mmc-5", "mmc_10_9_1": "mmc-10", "mmc_20_18_1": "mmc-20",
    "mmc_100_95_1": "mmc-100", "erlanga_10_10_1_0.5": "erlang-a-10", "mg1_det1_0.5": "md1-0.5",
    "mg1_det1_0.9": "md1-0.9", "mg1_exp1_0.5": "mg1-exponential-0.5",
    "mg1_exp1_0.9": "mg1-exponential-0.9", "mg1_erl2_0.5": "mg1-erlang-2-0.5",
    "mg1_erl2_0.9": "mg1-erlang-2-0.9", "mg1_erl4_0.5": "mg1-erlang-4-0.5",
    "mg1_erl4_0.9": "mg1-erlang-4-0.9", "mg1_unif02_0.5": "mg1-uniform-0.5",
    "mg1_unif02_0.9": "mg1-uniform-0.9", "mg1_ln_scv1_0.5": "mg1-lognormal-1-0.5",
    "mg1_ln_scv1_0.9": "mg1-lognormal-1-0.9", "mg1_ln_scv4_0.5": "mg1-lognormal-2-0.5",
    "mg1_ln_scv4_0.9": "mg1-lognormal-2-0.9", "mg1_h2_scv4_0.5": "mg1-hyperexponential-0.5",
    "mg1_h2_scv4_0.9": "mg1-hyperexponential-0.9", "mg1_gam_scv05_0.5": "mg1-gamma-0.5",
    "mg1_gam_scv05_0.9": "mg1-gamma-0.9", "mg1_weib2_0.5": "mg1-weibull-0.5",
    "mg1_weib2_0.9": "mg1-weibull-0.9", "md1_0.5": "md1-0.5", "md1_0.9": "md1-0.9",
    "mdc_1_0.8": "mdc-1", "mdc_5_4.5": "mdc-5", "mdc_10_9": "mdc-10", "gim1_D_0.8": "gim1-D-0.8",
    "gim1_D_0.9": "gim1-D-0.9", "gim1_E2_0.8": "gim1-E2-0.8", "gim1_E2_0.9": "gim1-E2-0.9",
    "gim1_H2scv4_0.8": "gim1-H2-0.8", "gim1_H2scv4_0.9": "gim1-H2-0.9", "jackson_tandem": "jackson",
    "newsvendor_poisson_50": "newsvendor", "basestock_10_1_10": "base-stock-10",
    "basestock_10_1_12": "base-stock-12", "basestock_2_5_14": "base-stock-14",
    "basestock_0.5_4_3": "base-stock-3", "lostsales_10_10": "lost-sales-10-10",
    "lostsales_20_15": "lost-sales-20-15", "rq_20_0.5_1_9_64": "r-Q-4-54",
    "rq_50_1_1_25_100": "r-Q-47-105", "rq_1500_0.0833333333_0.225_7.5_8": "r-Q-116-336",
    "rq_fixed_5_20": "r-Q-5-20",
  ]

  /// Cases that no closed form of ploy's own covers.
  static let further: [OracleCase] = file.cases.filter { covered[$0.id] == nil }
}
