internal import Diagnostics
public import Quantities

extension ValueReader where Value: Sendable {
  /// A text in a form of its own.
  static func form(
    _ type: ParameterType, _ code: Code, text: @escaping @Sendable (Value) -> String,
    _ parse: @escaping @Sendable (String) -> Value?
  ) -> ValueReader<Value> {
    ValueReader(type, text: { text($0) }) { node, context in
      guard let scalar = context.scalar(node, expected: type.phrase) else { return nil }
      if let value = parse(scalar.text.trimmedSpaces) { return value }
      context.error(
        code, "expected \(type.phrase), found '\(scalar.excerpt)'", at: node.location)
      return nil
    }
  }
}

extension ValueReader where Value == CivilDate {
  /// "2026-11-02".
  public static var date: ValueReader<CivilDate> {
    form(.date, .badDate, text: \.description) { CivilDate($0) }
  }
}

extension ValueReader where Value == CivilDateTime {
  /// "2026-11-02" or "2026-11-02T20:00".
  public static var dateTime: ValueReader<CivilDateTime> {
    form(.dateTime, .badDate, text: \.description) { CivilDateTime($0) }
  }
}

extension ValueReader where Value == TimeOfDay {
  /// "09:30".
  public static var timeOfDay: ValueReader<TimeOfDay> {
    form(.timeOfDay, .badTime, text: \.description) { TimeOfDay($0) }
  }
}

extension ValueReader where Value == Weekdays {
  /// "mon-fri", or a list of days.
  public static var weekdays: ValueReader<Weekdays> {
    let one = ValueReader.form(.weekdays, .badTime, text: \.description) { Weekdays($0) }
    return ValueReader(one.type, text: one.text) { node, context in
      guard let nodes = node.sequence else { return one.read(node, context) }
      let sets = nodes.compactMap { one.read($0, context) }
      return sets.count == nodes.count ? sets.reduce(into: []) { $0.formUnion($1) } : nil
    }
  }
}

extension ValueReader where Value == WeeklyHours {
  /// "mon-fri 09:00-17:00, sat 10:00-14:00", "always" or "never".
  public static var hours: ValueReader<WeeklyHours> {
    ValueReader(.hours, text: \.description) { node, context in
      guard let scalar = context.scalar(node, expected: ParameterType.hours.phrase) else {
        return nil
      }
      do throws(WeeklyHours.TextError) {
        return try WeeklyHours(parsing: scalar.text)
      } catch {
        context.error(
          .badHours, error.message, at: node.part(offset: error.offset, length: error.length),
          help: ["write \(ParameterType.hours.phrase)"])
        return nil
      }
    }
  }
}

extension ValueReader where Value == CivilTimeZone {
  /// "America/New_York".
  public static var timeZone: ValueReader<CivilTimeZone> {
    ValueReader(.timeZone, text: \.identifier) { node, context in
      guard let scalar = context.scalar(node, expected: ParameterType.timeZone.phrase) else {
        return nil
      }
      if let zone = CivilTimeZone(scalar.text) { return zone }
      context.error(
        .unknownTimeZone, "unknown time zone '\(scalar.excerpt)'", at: node.location,
        suggestion: TimeZoneNames.nearest(to: scalar.text),
        help: ["time zones have names of the IANA database, such as 'America/New_York'"])
      return nil
    }
  }
}

/// Finds what a wrong time zone name meant, also from the city alone.
enum TimeZoneNames {
  static func nearest(to text: String) -> String? {
    let names = CivilTimeZone.knownIdentifiers
    if let name = Spelling.nearest(to: text, among: names) { return name }
    let cities = names.map { String($0.split(separator: "/").last ?? "") }
    guard let city = Spelling.nearest(to: text, among: cities),
      let index = cities.firstIndex(of: city)
    else { return nil }
    return names[index]
  }
}
