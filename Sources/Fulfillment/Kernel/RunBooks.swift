/// The books of a run while it goes on: raw counters, so that a posting is one addition.
struct RunBooks: ~Copyable {
  /// Amounts by account, payer and payee.
  private let flows: UnsafeMutablePointer<Int64>
  /// Time per stage over delivered orders [0.01 s].
  let stageTicks: UnsafeMutablePointer<Int64>
  /// Orders placed and delivered per day of the window.
  let placedPerDay: UnsafeMutablePointer<Int>
  let deliveredPerDay: UnsafeMutablePointer<Int>
  let days: Int
  /// Late orders that were delivered, by main cause.
  let lateCauses: UnsafeMutablePointer<Int>

  private static let parties = Party.allCases.count
  /// Flows, and behind them whether one of them has had more than its integer holds.
  private static let size = Account.allCases.count * parties * parties + 1

  init(days: Int) {
    self.days = days
    flows = .allocate(capacity: RunBooks.size)
    flows.initialize(repeating: 0, count: RunBooks.size)
    stageTicks = .allocate(capacity: Stage.allCases.count)
    stageTicks.initialize(repeating: 0, count: Stage.allCases.count)
    placedPerDay = .allocate(capacity: days)
    placedPerDay.initialize(repeating: 0, count: days)
    deliveredPerDay = .allocate(capacity: days)
    deliveredPerDay.initialize(repeating: 0, count: days)
    lateCauses = .allocate(capacity: LateCause.allCases.count)
    lateCauses.initialize(repeating: 0, count: LateCause.allCases.count)
  }

  deinit {
    flows.deallocate()
    stageTicks.deallocate()
    placedPerDay.deallocate()
    deliveredPerDay.deallocate()
    lateCauses.deallocate()
  }

  /// Posts that `payer` pays `payee` the amount [millionths].
  @inline(__always)
  func post(_ account: Account, from payer: Party, to payee: Party, micros: Int64) {
    let row = Int(account.rawValue) &* RunBooks.parties &+ Int(payer.rawValue)
    let index = row &* RunBooks.parties &+ Int(payee.rawValue)
    let (sum, overflow) = flows[index].addingReportingOverflow(micros)
    flows[index] = sum
    if overflow { flows[RunBooks.size - 1] = 1 }
  }

  /// The double-entry ledger of everything posted.
  var ledger: Ledger {
    var ledger = Ledger(isOverflowed: flows[RunBooks.size - 1] != 0)
    var index = 0
    for account in Account.allCases {
      for payer in Party.allCases {
        for payee in Party.allCases {
          if flows[index] != 0 {
            ledger.post(account, from: payer, to: payee, micros: flows[index])
          }
          index += 1
        }
      }
    }
    return ledger
  }
}
