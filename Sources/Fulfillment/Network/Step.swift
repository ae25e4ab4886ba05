internal import RandomVariates

/// The six primitives that everything is lowered to (stock acts at the source, before the first step).
enum Primitive: UInt8 {
  /// Queue for and hold one of c servers.
  case station
  /// Wait for the next departure of a timetable, up to a capacity.
  case departure
  /// A delay, possibly only while a calendar is open.
  case travel
  /// Be delivered by a vehicle on a round.
  case round
  /// With some probability, a delay.
  case gate
  /// The end of the itinerary: at the door.
  case deliver
  /// The end of a replenishment's itinerary: on the shelf.
  case store

  /// Whether an itinerary ends with it.
  var isEnd: Bool { self == .deliver || self == .store }
}

/// Where a shipment's time goes, from click to door.
public enum Stage: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case stock, queue, work, departure, moving, customs, lastMile

  /// Name in results, snake_case.
  public var name: String {
    switch self {
    case .lastMile: "last_mile"
    default: "\(self)"
    }
  }
}

/// One step of an itinerary: a primitive with the indices of what it uses.
struct Step: BitwiseCopyable {
  struct Flags: OptionSet {
    var rawValue: UInt8
    /// One draw of the law per line, or per unit, instead of one per shipment.
    static let perLine = Flags(rawValue: 1)
    static let perUnit = Flags(rawValue: 2)
    /// When this step is over the shipment has left its origin.
    static let ships = Flags(rawValue: 4)
    /// A gate at which goods are declared to customs, or whose law and probability change by date.
    static let declares = Flags(rawValue: 8)
    static let dated = Flags(rawValue: 16)
  }
  var primitive: Primitive
  var waitStage: Stage
  var workStage: Stage
  var flags: Flags = []
  /// Station, departure, calendar (travel, -1 for none), round or gate.
  var resource: Int32 = -1
  var law: Int32 = -1
  var purpose: Int32 = -1
  /// What it is called and where it is done, for people.
  var label: Int32 = -1
}

/// What the loop needs of a step. 16 bytes.
struct StepRow: BitwiseCopyable {
  var primitive: Primitive
  var waitStage: Stage
  var workStage: Stage
  var flags: Step.Flags
  var resource: Int32
  var law: Int32
  var purpose: Int32

  init(_ step: Step) {
    primitive = step.primitive
    waitStage = step.waitStage
    workStage = step.workStage
    flags = step.flags
    resource = step.resource
    law = step.law
    purpose = step.purpose
  }
}

/// What a step is called and where it is done.
struct StepLabel: Hashable, Sendable {
  var name: String
  /// Site at which, or from which, it is done.
  var site: Int
  /// Site or zone that it leads to; -1 where it leads nowhere.
  var toSite = -1
  var toZone = -1
  var carrier = Carrier()

  /// Who carries: a last mile by its name, or a lane by its mode.
  struct Carrier: Hashable, Sendable {
    var name = ""
    var isLastMile = false
  }
}
