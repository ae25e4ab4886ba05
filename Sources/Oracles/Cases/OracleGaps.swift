extension OracleCase {
  /// Models and figures with known answers that no scenario can express, and why.
  public static let gaps: [(id: String, why: String)] =
    OracleLibrary.file.skipped + [
      ("fork-join", "a shipment is not taken apart and put together again")
    ]
}
