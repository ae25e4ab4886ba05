/// What customers and the platform do about orders besides serving them.
extension StrategyCompiler {
  /// Nil where orders have no other end than their delivery.
  func customerTable() -> CustomerTable? {
    guard market.customers != nil || strategy.cancellation != nil else { return nil }
    var table = CustomerTable()
    if let patience = market.customers?.patience { table.patience = builder.law(patience) }
    table.dispatch = strategy.cancellation?.dispatch.map(promiseTable)
    return table
  }
}
