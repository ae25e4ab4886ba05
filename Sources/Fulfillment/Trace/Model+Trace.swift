public import Quantities

extension Model {
  /// Follows one order through a replication.
  ///
  /// - Parameter place: The order's place in the sequence of orders of the window, from 1.
  /// - Returns: Its life; nil, and how many orders there are, where there are fewer.
  public func trace(order place: Int, strategy: Int, _ run: RunSeed) -> (
    trace: OrderTrace?, orders: Int
  ) {
    let (_, recorder) = observed(strategy, run, TraceRecorder(.place(place)))
    let tables = networks[strategy].tables
    return (recorder.records.first.map { OrderTrace($0, of: tables) }, recorder.count)
  }

  /// Follows every order of a replication, and gives what was posted for no order.
  public func traces(strategy: Int, _ run: RunSeed) -> (
    outcome: Outcome, traces: [OrderTrace],
    overheads: [(account: Account, payer: Party, payee: Party, micros: Int64)]
  ) {
    let (outcome, recorder) = observed(strategy, run, TraceRecorder(.all))
    let tables = networks[strategy].tables
    return (
      outcome, recorder.records.map { OrderTrace($0, of: tables) },
      recorder.overheads.map { ($0.account, $0.payer, $0.payee, $0.micros) }
    )
  }

  /// When every order of a replication came and how it ended, without its steps.
  public func roster(strategy: Int, _ run: RunSeed) -> [OrderTrace] {
    let (_, recorder) = observed(strategy, run, TraceRecorder(.ends))
    return recorder.records.map { OrderTrace($0, of: networks[strategy].tables) }
  }

  private func observed(_ strategy: Int, _ run: RunSeed, _ recorder: TraceRecorder) -> (
    Outcome, TraceRecorder
  ) {
    networks[strategy].simulate(run, recorder)
  }

  /// The wall clock's date and time in a time zone, at an instant [µs since the epoch].
  public func local(_ instant: Int64, in timeZone: CivilTimeZone) -> CivilDateTime {
    let seconds = Int64((Double(instant) / 1e6).rounded(.down))
    return timeZone.civil(unixSeconds: networks[0].tables.epoch + seconds)
  }
}
