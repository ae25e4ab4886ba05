extension OracleCase {
  /// Textbook models with known answers that no scenario can express yet, and why.
  public static let gaps: [(id: String, why: String)] = [
    ("mm1-first-n", "a window is a time, not a number of customers; checked on the engine instead"),
    ("mmck", "queues have no limit"),
    ("priorities", "shipments have no classes, and work is not interrupted"),
    ("processor-sharing", "a server works on one shipment at a time"),
    ("fork-join", "a shipment is not taken apart and put together again"),
    ("feedback", "goods do not come back to a facility they have left"),
    ("closed-network", "orders come from outside; their number is not fixed"),
  ]
}
