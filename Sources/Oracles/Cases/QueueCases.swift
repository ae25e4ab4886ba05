extension OracleCase {
  /// M/M/1 and M/M/c at one station.
  static let queueCases: [OracleCase] =
    [
      mm1("mm1-0.5", rate: 0.5, serviceRate: 1, orders: 1.2e6),
      mm1("mm1-0.75", rate: 3, serviceRate: 4, orders: 2e6),
      mm1("mm1-0.8", rate: 0.8, serviceRate: 1, orders: 2e6, sellers: 2),
      mm1("mm1-0.9", rate: 0.9, serviceRate: 1, orders: 4e6),
      mm1("mm1-0.95", rate: 0.95, serviceRate: 1, orders: 8e6),
    ] + [
      mmc(servers: 3, rate: 2.4, orders: 2e6), mmc(servers: 5, rate: 4, orders: 2e6),
      mmc(servers: 10, rate: 9, orders: 4e6), mmc(servers: 20, rate: 18, orders: 4e6, sellers: 2),
      mmc(servers: 100, rate: 95, orders: 6e6),
    ]

  private static func mm1(
    _ id: String, rate: Double, serviceRate: Double, orders: Double, sellers: Int = 1
  ) -> OracleCase {
    let queue = QueueMMc(arrivalRate: rate, serviceRate: serviceRate)
    return OracleCase(
      id, "M/M/1, rho \(rounded(queue.utilization))",
      .station(
        Blueprint.exponential(rate: serviceRate), rate: rate, sellers: sellers,
        warmUp: relaxation(of: queue), window: orders / 40 / rate),
      Check.queue("desk.pack", wait: queue.waitMean, rate: rate) + [
        .utilization("desk.pack", queue.utilization), .sojourn(queue.sojournMean),
        .open(queue.numberMean),
      ] + [50, 95, 99].map { .percentile($0, queue.sojournQuantile(Double($0) / 100)) })
  }

  private static func mmc(servers: Int, rate: Double, orders: Double, sellers: Int = 1)
    -> OracleCase
  {
    let queue = QueueMMc(servers: servers, arrivalRate: rate, serviceRate: 1)
    return OracleCase(
      "mmc-\(servers)", "M/M/\(servers), rho \(rounded(queue.utilization))",
      .station(
        Blueprint.exponential(rate: 1), servers: servers, rate: rate, sellers: sellers,
        warmUp: relaxation(of: queue), window: orders / 40 / rate),
      Check.queue("desk.pack", wait: queue.waitMean, rate: rate) + [
        .utilization("desk.pack", queue.utilization), .sojourn(queue.sojournMean),
        .open(queue.numberMean), .percentile(95, queue.sojournQuantile(0.95)),
      ])
  }

  /// Ten times the relaxation time of the queue, 1 / (√(cμ) - √λ)², in whole minutes.
  private static func relaxation(of queue: QueueMMc) -> Double {
    let gap =
      (Double(queue.servers) * queue.serviceRate).squareRoot() - queue.arrivalRate.squareRoot()
    return (10 / (gap * gap)).rounded(.up)
  }

  /// Without the last bits that rounding leaves.
  private static func rounded(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
}
