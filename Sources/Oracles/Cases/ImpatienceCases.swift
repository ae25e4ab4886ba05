extension OracleCase {
  /// Customers who cancel: Erlang's A.
  ///
  /// An order leaves when its work is done, so that customers may cancel while it is worked on: the work goes
  /// on for naught, as in a queue that is left only before service.
  static let impatienceCases: [OracleCase] = [
    erlangA("erlang-a-1", servers: 1, rate: 0.9, abandonmentRate: 0.1),
    erlangA("erlang-a-overload", servers: 1, rate: 1.5, abandonmentRate: 0.2),
    erlangA("erlang-a-10", servers: 10, rate: 10, abandonmentRate: 0.5),
  ]

  private static func erlangA(
    _ id: String, servers: Int, rate: Double, abandonmentRate: Double
  ) -> OracleCase {
    let queue = QueueMMcM(
      servers: servers, arrivalRate: rate, serviceRate: 1, abandonmentRate: abandonmentRate)
    var blueprint = Blueprint.station(
      Blueprint.exponential(rate: 1), servers: servers, rate: rate, warmUp: 20 / abandonmentRate,
      window: 2e6 / 40 / rate)
    blueprint.customers = "{patience: \"\(Blueprint.exponential(rate: abandonmentRate))\"}"
    return OracleCase(
      id, "M/M/\(servers)+M, patience \(1 / abandonmentRate)", blueprint,
      [
        Check("queue", "queue_length.desk.pack", queue.queueMean),
        .utilization("desk.pack", queue.utilization),
        Check("canceled", "cancel_rate", queue.impatience),
      ])
  }
}
