public import Quantities

/// A double-entry ledger in whole millionths of the currency.
///
/// Every posting credits one party and debits another by the same integer. Debits and credits are kept
/// apart, so that the sum over parties is a check and not an identity.
public struct Ledger: Sendable, Hashable {
  static let accounts = Account.allCases.count
  static let parties = Party.allCases.count

  /// Amount posted per account.
  public private(set) var totals = [Int64](repeating: 0, count: accounts)
  /// Paid and received per account and party (shape: [accounts x parties]).
  public private(set) var paid = [Int64](repeating: 0, count: accounts * parties)
  public private(set) var received = [Int64](repeating: 0, count: accounts * parties)

  /// Whether an account has had more than its integer holds; scenarios that would are refused before.
  private var isOverflowed = false

  public init() {}

  init(isOverflowed: Bool) { self.isOverflowed = isOverflowed }

  /// Posts that `payer` pays `payee` the amount; negative amounts are refunds.
  @inline(__always)
  mutating func post(_ account: Account, from payer: Party, to payee: Party, micros: Int64) {
    let row = Int(account.rawValue)
    let (total, overflow) = totals[row].addingReportingOverflow(micros)
    if overflow { isOverflowed = true }
    totals[row] = total
    paid[row * Ledger.parties + Int(payer.rawValue)] &+= micros
    received[row * Ledger.parties + Int(payee.rawValue)] &+= micros
  }

  /// Total of the accounts that are cost to serve.
  public var costToServe: Money {
    var sum: Int64 = 0
    for account in Account.allCases where account.isCostToServe {
      sum &+= totals[Int(account.rawValue)]
    }
    return Money(micros: sum)
  }

  public func total(_ account: Account) -> Money {
    Money(micros: totals[Int(account.rawValue)])
  }

  /// What the party received less what it paid.
  public func balance(of party: Party) -> Money {
    var sum: Int64 = 0
    for row in 0..<Ledger.accounts {
      sum &+= received[row * Ledger.parties + Int(party.rawValue)]
      sum &-= paid[row * Ledger.parties + Int(party.rawValue)]
    }
    return Money(micros: sum)
  }

  /// The sentence that says what is wrong, if the books do not balance.
  var violation: String? {
    if isOverflowed { return "an account holds more than 9.2e12 of the currency" }
    let sum = Party.allCases.reduce(Int64(0)) { $0 &+ balance(of: $1).micros }
    if sum != 0 { return "the ledger sums to \(sum) millionths over parties, not to 0" }
    for row in 0..<Ledger.accounts {
      let slice = paid[(row * Ledger.parties)..<((row + 1) * Ledger.parties)]
      if slice.reduce(0, &+) != totals[row] {
        return "account \(Account.allCases[row].name) does not equal what its parties paid"
      }
    }
    return nil
  }
}
