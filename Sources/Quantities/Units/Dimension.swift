/// What a quantity measures: whole powers of time, mass, length and currency.
///
/// Base units are s, kg, m and one unit of the scenario's currency; counts are dimensionless.
public struct Dimension: Hashable, Sendable, BitwiseCopyable {
  public var time: Int8
  public var mass: Int8
  public var length: Int8
  public var currency: Int8

  public init(time: Int8 = 0, mass: Int8 = 0, length: Int8 = 0, currency: Int8 = 0) {
    self.time = time
    self.mass = mass
    self.length = length
    self.currency = currency
  }

  public static func * (a: Dimension, b: Dimension) -> Dimension {
    Dimension(
      time: a.time &+ b.time, mass: a.mass &+ b.mass, length: a.length &+ b.length,
      currency: a.currency &+ b.currency)
  }

  public static func / (a: Dimension, b: Dimension) -> Dimension { a * b.raised(to: -1) }

  public func raised(to power: Int8) -> Dimension {
    Dimension(
      time: time &* power, mass: mass &* power, length: length &* power,
      currency: currency &* power)
  }

  public var isDimensionless: Bool { self == .none }
}

extension Dimension {
  public static let none = Dimension()
  public static let time = Dimension(time: 1)
  public static let mass = Dimension(mass: 1)
  public static let length = Dimension(length: 1)
  public static let money = Dimension(currency: 1)
  public static let area = Dimension(length: 2)
  public static let volume = Dimension(length: 3)
  public static let speed = Dimension(time: -1, length: 1)
  /// Occurrences per time, such as orders per day.
  public static let rate = Dimension(time: -1)
  public static let moneyPerTime = Dimension(time: -1, currency: 1)
  public static let moneyPerMass = Dimension(mass: -1, currency: 1)
  public static let moneyPerLength = Dimension(length: -1, currency: 1)
  public static let moneyPerArea = Dimension(length: -2, currency: 1)
  public static let moneyPerVolume = Dimension(length: -3, currency: 1)
  public static let moneyPerMassLength = Dimension(mass: -1, length: -1, currency: 1)
  public static let moneyPerVolumeTime = Dimension(time: -1, length: -3, currency: 1)
  public static let moneyPerAreaTime = Dimension(time: -1, length: -2, currency: 1)
  public static let massPerLength = Dimension(mass: 1, length: -1)
  public static let massPerVolume = Dimension(mass: 1, length: -3)
  public static let timePerLength = Dimension(time: 1, length: -1)
  public static let timePerMass = Dimension(time: 1, mass: -1)
  public static let volumePerMass = Dimension(mass: -1, length: 3)
  public static let timePerArea = Dimension(time: 1, length: -2)
  public static let perArea = Dimension(length: -2)
  public static let perLength = Dimension(length: -1)
}

extension Dimension {
  /// Name and a unit that people use, for the dimensions that scenarios meet.
  private static let known: [(dimension: Dimension, name: String, example: String)] = [
    (.none, "a number", "3"),
    (.time, "a time", "45 min"),
    (.mass, "a mass", "2.5 kg"),
    (.length, "a length", "12 km"),
    (.money, "an amount of money", "2.50 USD"),
    (.area, "an area", "300 m2"),
    (.volume, "a volume", "0.02 m3"),
    (.speed, "a speed", "40 km/h"),
    (.rate, "a rate", "2000 orders/day"),
    (.moneyPerTime, "money per time", "21 USD/h"),
    (.moneyPerMass, "money per mass", "5.3 USD/kg"),
    (.moneyPerLength, "money per length", "1.20 USD/km"),
    (.moneyPerArea, "money per area", "120 USD/m2"),
    (.moneyPerVolume, "money per volume", "90 USD/m3"),
    (.moneyPerMassLength, "money per mass and length", "3.5 USD/(t km)"),
    (.moneyPerVolumeTime, "money per volume and time", "0.78 USD/ft3/month"),
    (.moneyPerAreaTime, "money per area and time", "9 USD/m2/month"),
    (.massPerLength, "mass per length", "26 g/km"),
    (.massPerVolume, "mass per volume", "167 kg/m3"),
    (.timePerLength, "time per length", "4 min/km"),
    (.timePerMass, "time per mass", "1 s/kg"),
    (.volumePerMass, "volume per mass", "0.006 m3/kg"),
    (.perArea, "a density per area", "40 stops/km2"),
    (.perLength, "a number per length", "2 stops/km"),
  ]

  /// Such as "a time" or "money per mass", for messages.
  public var name: String {
    if let entry = Self.known.first(where: { $0.dimension == self }) { return entry.name }
    return "a quantity in \(baseUnit)"
  }

  /// A value of this dimension as one may write it, such as `45 min`.
  public var example: String {
    if let entry = Self.known.first(where: { $0.dimension == self }) { return entry.example }
    return "1 \(baseUnit)"
  }

  /// The unit that values of this dimension carry inside ploy, such as `USD/(kg m)`.
  public var baseUnit: String { baseUnit(currency: "USD") }

  public func baseUnit(currency code: String) -> String {
    let factors = [(code, currency), ("kg", mass), ("m", length), ("s", time)]
    func written(_ name: String, _ power: Int8) -> String {
      power.magnitude == 1 ? name : "\(name)\(power.magnitude)"
    }
    let above = factors.filter { $0.1 > 0 }.map { written($0.0, $0.1) }
    let below = factors.filter { $0.1 < 0 }.map { written($0.0, $0.1) }
    if above.isEmpty, below.isEmpty { return "" }
    let top = above.isEmpty ? "1" : above.joined(separator: " ")
    switch below.count {
    case 0: return top
    case 1: return "\(top)/\(below[0])"
    default: return "\(top)/(\(below.joined(separator: " ")))"
    }
  }
}
