/// What happens next, as a value of two indices.
struct KernelEvent: BitwiseCopyable {
  /// Kinds in the order in which simultaneous events happen: capacity changes, goods come in, work
  /// ends, orders come in, goods leave, customers give up.
  enum Kind: UInt32 {
    case phase, sample, disruption, staffing, fleet, labor, mature, supply, plan, workDone
    case vehicleBack, resume, listing, departure, wave, cancel, collect

    var priority: UInt8 {
      switch self {
      case .phase, .sample: 0
      // What comes in and what begins at the same instant meets it.
      case .disruption: 1
      case .staffing, .fleet, .labor, .mature: 1
      case .supply, .plan, .collect: 2
      case .workDone, .vehicleBack: 3
      case .resume, .listing: 4
      case .departure, .wave: 6
      case .cancel: 7
      }
    }
  }
  /// The place of an order's arrival among simultaneous events; arrivals are kept outside of the list.
  static let arrivalPriority: UInt8 = 5

  var kind: Kind
  var index: Int32
  var amount: Int32 = 0

  init(_ kind: Kind, _ index: Int32 = 0, amount: Int32 = 0) {
    self.kind = kind
    self.index = index
    self.amount = amount
  }
}
