import Quantities
import RandomVariates
import Testing

@testable import Fulfillment

/// Compartments that parcels take up until they are collected, by hand.
@Suite struct LockerTests {
  private let hour: Int64 = 3_600_000_000

  private func lockers(_ settings: String) -> ScriptedCase {
    ScriptedCase(
      strategy: """
            facilities: {desk: {kind: seller_site, handling: {time: 0 min}}}
            last_mile:
              lockers: {kind: parcel_locker, transit: 1 h, base: 3 USD, compartments: 1, \(settings)}
            paths: [{from: desk, last_mile: lockers}]
            sourcing: [{from: desk}]
        """)
  }

  @Test func `a parcel is delivered when it lies in a compartment that is free`() throws {
    let lockers = lockers("collection: 5 h, overflow: again, again: 2 h, most: 9")
    // The second comes an hour after the first and is tried again after 2 and 4 h, at the instant at which
    // the first is collected. The third comes at the instant at which the second is.
    let outcome = try lockers.run([
      .init(at: hour), .init(at: 2 * hour), .init(at: 11 * hour),
    ])
    lockers.expectDelivered(outcome, at: [2 * hour, 7 * hour, 12 * hour])
    #expect(outcome.lockerTries == [5] && outcome.lockerOverflows == [2])
    #expect(outcome.lockerTime == [Int128(15 * hour)])
  }

  @Test func `a parcel that finds no compartment goes to the door, at a price`() throws {
    let lockers = lockers("collection: 5 h, overflow: door, per_door: 2 USD")
    let outcome = try lockers.run([.init(at: hour), .init(at: 2 * hour)])
    lockers.expectDelivered(outcome, at: [2 * hour, 3 * hour])
    #expect(outcome.ledger.total(.lastMile).micros == 8_000_000)
  }

  @Test func `a parcel that nobody collects goes back, and so does one that is tried in vain`()
    throws
  {
    let late = try lockers("collection: 5 h, hold: 4 h").run([.init(at: hour)])
    #expect(late.ordersRefused == 1 && late.ordersDelivered == 0)
    #expect(late.openTicks == 5 * hour / 10_000)
    #expect(late.lockerTime == [Int128(4 * hour)])
    let full = lockers("collection: 50 h, overflow: again, again: 2 h, most: 2")
    let outcome = try full.run([.init(at: hour), .init(at: 2 * hour)])
    #expect(outcome.ordersDelivered == 1 && outcome.ordersRefused == 1)
  }
}
