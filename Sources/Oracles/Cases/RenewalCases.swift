extension OracleCase {
  /// GI/M/1: a station that never runs out of work lets goods go in independent intervals of its service law.
  static let renewalCases: [OracleCase] = [0.8, 0.9].flatMap { rate in
    [
      gim1("D", .constant(mean: 1 / rate), "\(1 / rate) min", rate, orders: 2e6),
      gim1(
        "E2", .erlang(mean: 1 / rate, stages: 2), "erlang(mean: \(1 / rate) min, stages: 2)", rate,
        orders: 2e6),
      gim1(
        "H2", .hyperexponential(mean: 1 / rate, squaredCV: 4),
        "hyperexponential(mean: \(1 / rate) min, cv: 2)", rate, orders: 6e6),
    ]
  }

  private static func gim1(
    _ notation: String, _ arrivals: QueueGIM1.Arrivals, _ law: String, _ rate: Double,
    orders: Double
  ) -> OracleCase {
    let queue = QueueGIM1(arrivals: arrivals, serviceRate: 1)
    // The first station gets 1.2 times what it can do: after the warm-up its queue is never empty again.
    var blueprint = Blueprint.tandem(
      [Blueprint.process(law), Blueprint.process("exponential(mean: 1 min)")], rate: 1.2 * rate,
      warmUp: 6000, window: orders / 40 / rate)
    blueprint.isDrained = false
    return OracleCase(
      "gim1-\(notation)-\(rate)", "\(notation)/M/1, rho \(rate)", blueprint,
      [
        Check("wait [min]", "wait_hours.second.sort", factor: 60, queue.waitMean),
        Check("queue", "queue_length.second.sort", queue.queueLengthMean),
        .utilization("second.sort", rate),
      ])
  }
}
