public import ScenarioFile

/// A way to reach the door from the last facility of a path. To add one: a file here and a line in
/// `Registrations.lastMile`.
public protocol LastMileKind: Configurable {
  /// Lowers the way from one site to one zone to primitives and charges.
  func reach(_ zone: inout LastMileWork)
}
