import Quantities
import Testing

private let context = UnitContext(currency: "USD", rates: ["THB": 0.028, "EUR": 1.25])

@Test(
  "quantities read in base units",
  arguments: [
    ("2.5 kg", .mass, 2.5), ("2.5kg", .mass, 2.5), ("45 min", .time, 2700),
    ("12 USD/kg", .moneyPerMass, 12),
    (
      "0.78 USD/ft3/month", .moneyPerVolumeTime,
      0.78 / 0.028316846592 / 2_592_000
    ),
    ("26 g/km", .massPerLength, 26e-6), ("3.5 USD/(t km)", .moneyPerMassLength, 3.5e-6),
    ("3.5 USD/(t*km)", .moneyPerMassLength, 3.5e-6), ("3.5 USD/t/km", .moneyPerMassLength, 3.5e-6),
    ("2000 orders/day", .rate, 2000.0 / 86400), ("15 mph", .speed, 15 * 0.44704),
    ("40 km/h", .speed, 40 / 3.6), ("99 THB", .money, 99 * 0.028), ("2 h 30 min", .time, 9000),
    ("-2 h 30 min", .time, -9000), ("25 %", .none, 0.25), ("25%", .none, 0.25), ("3", .none, 3),
    ("3 lines", .none, 3), ("1e3 s", .time, 1000), ("1.5e-3 s", .time, 0.0015),
    (".5 h", .time, 1800),
    ("300 m2", .area, 300), ("300 m²", .area, 300), ("300 m^2", .area, 300), ("2 cbm", .volume, 2),
    ("10 sqft", .area, 0.9290304), ("4 EUR/h", .moneyPerTime, 5.0 / 3600),
    ("4 EUR per h", .moneyPerTime, 5.0 / 3600), ("11.7 %/year", .rate, 0.117 / 31_536_000),
    ("2/h", .rate, 2.0 / 3600), ("2 /h", .rate, 2.0 / 3600), ("1 month", .time, 30 * 86400),
    ("1 year", .time, 365 * 86400), ("5 min/km", .timePerLength, 0.3), ("0 s", .time, 0),
    ("2 pallets", .none, 2), ("3 deliveries", .none, 3), ("2 boxes", .none, 2),
    ("6 SKUs", .none, 6), ("7 people", .none, 7), ("+3 d", .time, 259_200),
    ("1\u{A0}kg", .mass, 1), ("−1 kg", .mass, -1), ("90 s/order", .time, 90),
    ("0.35 USD/parcel", .money, 0.35), ("1 oz", .mass, 0.028349523125),
  ] as [(String, Dimension, Double)])
func reads(text: String, dimension: Dimension, expected: Double) throws {
  let value = try Quantity.value(of: text, as: dimension, in: context)
  #expect(abs(value - expected) <= 1e-12 * max(1, abs(expected)))
  #expect(try Quantity(parsing: text, in: context).dimension == dimension)
}

@Test(
  "what is no such quantity says what was expected, and where",
  arguments: [
    ("45", .time, "missing-unit", "missing unit: expected a time such as '45 min'", 0, 2),
    ("45 kg", .time, "wrong-unit", "expected a time such as '45 min', found a mass", 0, 5),
    ("5 m", .time, "wrong-unit", "expected a time such as '45 min', found a length", 0, 3),
    ("45 minits", .time, "unknown-unit", "unknown unit 'minits'", 3, 6),
    ("3 usd", .money, "unknown-unit", "unknown unit 'usd'", 2, 3),
    ("3 JPY", .money, "no-exchange-rate", "no exchange rate for JPY", 2, 3),
    ("3 USD/", .moneyPerMass, "unknown-unit", "expected the name of a unit, found the end", 6, 1),
    ("3 USD/(t km", .moneyPerMassLength, "unknown-unit", "'(' is never closed", 6, 1),
    ("fast", .speed, "bad-quantity", "expected a speed such as '40 km/h', found 'fast'", 0, 4),
    ("", .time, "bad-quantity", "expected a time such as '45 min', found an empty text", 0, 1),
    ("2,5 kg", .mass, "bad-quantity", "a number must not have a comma", 0, 3),
    ("3.5 USD/t km", .moneyPerMass, "bad-quantity", "unexpected 'km' behind the quantity", 10, 2),
    ("2 h 3 kg", .time, "wrong-unit", "the parts of a sum must measure the same", 4, 4),
    ("3 m4", .volume, "unknown-unit", "a unit's power must be 1, 2 or 3", 3, 1),
    ("3 kg", .none, "wrong-unit", "expected a number without unit such as '3', found a mass", 0, 4),
    ("1e999 s", .time, "bad-quantity", "expected a time such as '45 min', found '1e999 s'", 0, 7),
    ("1e308 year", .time, "bad-quantity", "the number is too large", 0, 10),
    (
      "$12", .money, "bad-quantity", "expected an amount of money such as '2.50 USD', found '$12'",
      0,
      3
    ),
  ] as [(String, Dimension, String, String, Int, Int)])
func refuses(
  text: String, dimension: Dimension, code: String, message: String, offset: Int, length: Int
) {
  let error = #expect(throws: QuantityError.self) {
    try Quantity.value(of: text, as: dimension, in: context)
  }
  #expect(error?.reason.rawValue == code)
  #expect(error?.message == message)
  #expect(error?.offset == offset)
  #expect(error?.length == length)
}

@Test("wrong units come with a way out")
func hints() {
  func error(_ text: String, _ dimension: Dimension) -> QuantityError? {
    do throws(QuantityError) {
      _ = try Quantity.value(of: text, as: dimension, in: context)
      return nil
    } catch { return error }
  }
  #expect(error("5 m", .time)?.help == "'m' is meter; a minute is 'min'")
  #expect(error("45 minits", .time)?.suggestion == "mins")
  #expect(error("3 usd", .money)?.suggestion == "USD")
  #expect(error("3 KG", .mass)?.suggestion == "kg")
  #expect(error("2 oders/day", .rate)?.suggestion == "orders")
  #expect(error("2 tons", .mass)?.help == "write 't' (1000 kg) or 'short_ton' (2000 lb)")
  #expect(error("3 JPY", .money)?.help == "add what 1 JPY is worth in USD under 'exchange_rates'")
}

@Test("no two units share a name and every unit's example reads back")
func unitTable() throws {
  let names = UnitTable.measures.flatMap(\.names)
  #expect(Set(names).count == names.count)
  for name in names where CurrencyCodes.contains(name) { Issue.record("\(name) is a currency") }
  for noun in UnitTable.nouns { #expect(!names.contains(noun), "\(noun)") }
  for entry in UnitTable.measures {
    for name in entry.names {
      let value = try Quantity.value(of: "1 \(name)", as: entry.dimension)
      #expect(value == entry.factor)
    }
  }
}

@Test(
  "every dimension's example is of that dimension",
  arguments: [
    .none, .time, .mass, .length, .money, .area, .volume, .speed, .rate, .moneyPerTime,
    .moneyPerMass, .moneyPerLength, .moneyPerArea, .moneyPerVolume, .moneyPerMassLength,
    .moneyPerVolumeTime, .moneyPerAreaTime, .massPerLength, .massPerVolume, .timePerLength,
    .timePerMass, .volumePerMass, .perArea, .perLength, Dimension(time: 2, mass: -1, currency: 3),
  ] as [Dimension])
func examples(dimension: Dimension) throws {
  _ = try Quantity.value(of: dimension.example, as: dimension)
  #expect(try UnitExpression(dimension.baseUnit).dimension == dimension)
  #expect(try UnitExpression(dimension.baseUnit).factor == 1)
}

@Test("the scenario's own currency needs no rate and others follow theirs")
func currencies() throws {
  let bangkok = UnitContext(currency: "THB", rates: ["USD": 35])
  #expect(try Quantity.value(of: "99 THB", as: .money, in: bangkok) == 99)
  #expect(try Quantity.value(of: "2 USD", as: .money, in: bangkok) == 70)
}

@Test("random text never traps the quantity reader")
func fuzz() {
  var state: UInt64 = 7
  func next(_ n: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % n
  }
  let pieces = Array("0123456789.eE+-()/*^²% \tkgminhUSDdayper[]{},:_é名\u{301}").map(String.init)
  var accepted = 0
  for _ in 0..<20_000 {
    let text = (0..<next(12)).map { _ in pieces[next(pieces.count)] }.joined()
    if (try? Quantity(parsing: text)) != nil { accepted += 1 }
  }
  #expect(accepted > 100)
}
