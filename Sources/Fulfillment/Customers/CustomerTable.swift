internal import RandomVariates

/// What customers do and what the platform does for them, compiled; nil in the network where orders have
/// no other end than their delivery.
struct CustomerTable: Sendable {
  /// Row of the law of patience; -1: customers wait for ever.
  var patience: Int32 = -1
  /// Until when an order must have left its origin.
  var dispatch: PromiseTable?
}

/// The purposes of all that customers draw.
enum CustomerPurpose {
  static let patience = Purpose("customer.patience")

  static let all = [patience]
}

/// The table, raw.
struct CustomerView: BitwiseCopyable {
  let patience: Int32
  let patiencePurpose: UInt64
  let hasDispatch: Bool
  let dispatch: PromiseView

  init(_ table: CustomerTable, promise: PromiseTable, in memory: NetworkMemory) {
    patience = table.patience
    patiencePurpose = CustomerPurpose.patience.key
    hasDispatch = table.dispatch != nil
    dispatch = PromiseView(table.dispatch ?? promise, in: memory)
  }
}
