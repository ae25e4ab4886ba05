/// CO2e of transport beside the ledger, in whole micrograms: by means of transport, by what the way is part
/// of, and burned on the way or emitted before (tank to wheel, well to tank).
public struct Emissions: Sendable, Hashable {
  public enum Part: Int, CaseIterable, Sendable {
    case tankToWheel, wellToTank
  }

  static let size = Lane.Mode.allCases.count * Account.allCases.count * Part.allCases.count

  /// Index of a row (shape: [modes x accounts x parts]).
  @inline(__always)
  static func row(_ mode: Lane.Mode, _ account: Account, _ part: Part) -> Int {
    (mode.index * Account.allCases.count + Int(account.rawValue)) * Part.allCases.count
      + part.rawValue
  }

  var micrograms = [Int64](repeating: 0, count: size)
  /// Everything posted, counted apart, so that the sum over rows is a check.
  var posted: Int64 = 0

  public init() {}

  /// All that was emitted [g].
  public var grams: Double { Double(posted) * 1e-6 }

  public func grams(by mode: Lane.Mode) -> Double { sum { m, _, _ in m == mode } }
  public func grams(on account: Account) -> Double { sum { _, a, _ in a == account } }
  public func grams(_ part: Part) -> Double { sum { _, _, p in p == part } }

  private func sum(where counts: (Lane.Mode, Account, Part) -> Bool) -> Double {
    var total: Int64 = 0
    for mode in Lane.Mode.allCases {
      for account in Account.allCases {
        for part in Part.allCases where counts(mode, account, part) {
          total &+= micrograms[Emissions.row(mode, account, part)]
        }
      }
    }
    return Double(total) * 1e-6
  }

  /// The sentence that says what is wrong, if the legs do not add up to the whole.
  var violation: String? {
    let sum = micrograms.reduce(0, &+)
    return sum == posted
      ? nil : "CO2e of all legs is \(sum) micrograms, and \(posted) were posted"
  }
}

extension Lane.Mode {
  /// Place among all modes.
  var index: Int {
    switch self {
    case .air: 0
    case .ocean: 1
    case .truck: 2
    case .parcel: 3
    case .van: 4
    case .bike: 5
    }
  }
}
