extension Double {
  /// The next whole number, unless the last bits of a sum alone lie above one: what a scenario lists first
  /// must not decide over a server more.
  var roundedUp: Double { (self * (1 - 1e-12)).rounded(.up) }
}
