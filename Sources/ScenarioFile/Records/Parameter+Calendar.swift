public import Quantities

extension Parameter {
  /// A day, "2026-11-02".
  public static func date(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilDate> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .date, summary, source: source, required: required)
  }

  /// Or none: a day, "2026-11-02".
  public static func optionalDate(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilDate?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .date, summary, source: source, required: required)
  }

  /// A list: a day, "2026-11-02".
  public static func dates(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [CivilDate]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<CivilDate>.date.list, summary, source: source, required: required)
  }

  /// A mapping from names to lists of days.
  public static func namedDates(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [Named<[CivilDate]>]> & Sendable,
    _ summary: String, source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<CivilDate>.date.list.named, summary, source: source,
      required: required)
  }

  /// A moment by the wall clock of some place, "2026-11-02T20:00".
  public static func instant(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilDateTime> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .dateTime, summary, source: source, required: required)
  }

  /// Or none: a moment by the wall clock of some place, "2026-11-02T20:00".
  public static func optionalInstant(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilDateTime?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .dateTime, summary, source: source, required: required)
  }

  /// A list: a moment by the wall clock of some place, "2026-11-02T20:00".
  public static func instants(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [CivilDateTime]> & Sendable,
    _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<CivilDateTime>.dateTime.list, summary, source: source,
      required: required)
  }

  /// A time of day, "09:30".
  public static func timeOfDay(
    _ name: String, _ keyPath: WritableKeyPath<Owner, TimeOfDay> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .timeOfDay, summary, source: source, required: required)
  }

  /// Or none: a time of day, "09:30".
  public static func optionalTimeOfDay(
    _ name: String, _ keyPath: WritableKeyPath<Owner, TimeOfDay?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .timeOfDay, summary, source: source, required: required)
  }

  /// A list: a time of day, "09:30".
  public static func timesOfDay(
    _ name: String, _ keyPath: WritableKeyPath<Owner, [TimeOfDay]> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(
      name, keyPath, ValueReader<TimeOfDay>.timeOfDay.list, summary, source: source,
      required: required)
  }

  /// Days of the week, "mon-fri".
  public static func weekdays(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Weekdays> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .weekdays, summary, source: source, required: required)
  }

  /// Weekly opening hours, "mon-fri 09:00-17:00" or "always".
  public static func hours(
    _ name: String, _ keyPath: WritableKeyPath<Owner, WeeklyHours> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .hours, summary, source: source, required: required)
  }

  /// Or none: weekly opening hours, "mon-fri 09:00-17:00" or "always".
  public static func optionalHours(
    _ name: String, _ keyPath: WritableKeyPath<Owner, WeeklyHours?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .hours, summary, source: source, required: required)
  }

  /// A time zone of the IANA database, "America/New_York".
  public static func timeZone(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilTimeZone> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .timeZone, summary, source: source, required: required)
  }

  /// Or none: a time zone of the IANA database, "America/New_York".
  public static func optionalTimeZone(
    _ name: String, _ keyPath: WritableKeyPath<Owner, CivilTimeZone?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .timeZone, summary, source: source, required: required)
  }

  /// A position, [latitude, longitude] in degrees.
  public static func coordinate(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Coordinate> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, keyPath, .coordinate, summary, source: source, required: required)
  }

  /// Or none: a position, [latitude, longitude] in degrees.
  public static func optionalCoordinate(
    _ name: String, _ keyPath: WritableKeyPath<Owner, Coordinate?> & Sendable, _ summary: String,
    source: String? = nil, required: Bool = false
  ) -> Self {
    Self(name, optional: keyPath, .coordinate, summary, source: source, required: required)
  }
}
