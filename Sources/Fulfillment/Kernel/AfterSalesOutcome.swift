/// What happened to orders and goods after the door, in one replication.
public struct AfterSalesOutcome: Sendable, Hashable {
  /// Delivered orders of which something was returned, their parcels and units.
  public var ordersReturned = 0
  public var parcelsReturned = 0
  public var unitsReturned = 0
  /// Units that nobody took at the door.
  public var unitsUndelivered = 0
  /// Parcels of either kind that have come back, their units, and those written off.
  public var parcelsBack = 0
  public var unitsBack = 0
  public var unitsWrittenOff = 0
  /// Shipments brought to a door where nobody may be, those of them brought for naught at first, all attempts.
  public var firstAttempts = 0
  public var firstMissed = 0
  public var attempts = 0
  /// Units of all orders, observed or not: sent back, on hand again, written off, and still on their way.
  public var unitsSentBack = 0
  public var unitsRestocked = 0
  public var unitsLost = 0
  public var unitsOnTheWayBack = 0

  init() {}

  init(_ tally: CustomerTally) {
    ordersReturned = tally.ordersReturned
    parcelsReturned = tally.parcelsReturned
    unitsReturned = tally.unitsReturned
    unitsUndelivered = tally.unitsUndelivered
    parcelsBack = tally.parcelsBack
    unitsBack = tally.unitsBack
    unitsWrittenOff = tally.unitsWrittenOff
    firstAttempts = tally.firstAttempts
    firstMissed = tally.firstMissed
    attempts = tally.attempts
    unitsSentBack = tally.unitsSentBack
    unitsRestocked = tally.unitsRestocked
    unitsLost = tally.unitsLost
  }

  var counts: [Int] {
    [
      ordersReturned, parcelsReturned, unitsReturned, unitsUndelivered, parcelsBack, unitsBack,
      unitsWrittenOff, firstAttempts, firstMissed, attempts, unitsRestocked, unitsLost,
    ]
  }
}
