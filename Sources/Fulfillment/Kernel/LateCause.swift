/// Why an order was late, in one word.
public enum LateCause: UInt8, CaseIterable, Sendable {
  case stockOut, queue, work, missedCutOff, departure, linehaul, customs, lastMile, disruption
  case notDelivered

  /// Name in results, snake_case.
  public var name: String {
    switch self {
    case .stockOut: "stock_out"
    case .missedCutOff: "missed_cut_off"
    case .lastMile: "last_mile"
    case .notDelivered: "not_delivered"
    default: "\(self)"
    }
  }

  /// The cause that a stage stands for.
  @inline(__always)
  init(_ stage: Stage) {
    switch stage {
    case .stock: self = .stockOut
    case .queue: self = .queue
    case .work: self = .work
    case .departure: self = .departure
    case .moving: self = .linehaul
    case .customs: self = .customs
    case .lastMile: self = .lastMile
    }
  }
}
