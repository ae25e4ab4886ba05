internal import Foundation

extension OracleCase {
  /// M/G/1 with every shape of service law, and M/D/c.
  static let generalServiceCases: [OracleCase] =
    services.flatMap { service in [0.5, 0.9].map { mg1(service, rate: $0) } }
    + [md1(0.5), md1(0.9), mdc(5, rate: 4.5), mdc(10, rate: 9), mdc(1, rate: 0.8)]

  /// A law with mean 1 min, its second moment, and the orders that give a narrow interval at rho 0.9.
  private struct Service {
    var name: String
    var notation: String
    var law: String
    var second: Double
    var orders: Double
  }

  private static let services: [Service] = [
    Service(
      name: "exponential", notation: "M", law: "exponential(mean: 1 min)", second: 2, orders: 3e6),
    Service(
      name: "erlang-2", notation: "E2", law: "erlang(mean: 1 min, stages: 2)", second: 1.5,
      orders: 2e6),
    Service(
      name: "erlang-4", notation: "E4", law: "erlang(mean: 1 min, stages: 4)", second: 1.25,
      orders: 2e6),
    Service(
      name: "uniform", notation: "U", law: "uniform(from: 0 min, to: 2 min)", second: 4 / 3.0,
      orders: 2e6),
    Service(
      name: "gamma", notation: "Gamma", law: "gamma(shape: 2, scale: 0.5 min)", second: 1.5,
      orders: 2e6),
    Service(
      name: "weibull", notation: "Weibull", law: "weibull(mean: 1 min, shape: 2)",
      second: 4 / Double.pi, orders: 2e6),
    Service(
      name: "lognormal-1", notation: "LN, scv 1", law: "lognormal(mean: 1 min, cv: 1)", second: 2,
      orders: 4e6),
    Service(
      name: "lognormal-2", notation: "LN, scv 4", law: "lognormal(mean: 1 min, cv: 2)", second: 5,
      orders: 10e6),
    Service(
      name: "hyperexponential", notation: "H2, scv 4", law: "hyperexponential(mean: 1 min, cv: 2)",
      second: 5, orders: 8e6),
    // With a tail exponent up to 4 the mean wait of a run has no variance, and its z no meaning.
    Service(
      name: "pareto", notation: "Pareto 5", law: "pareto(mean: 1 min, shape: 5)",
      second: 5 / 3.0 * pow(4 / 5.0, 2), orders: 2e6),
  ]

  private static func mg1(_ service: Service, rate: Double) -> OracleCase {
    let queue = QueueMG1(arrivalRate: rate, mean: 1, second: service.second)
    return OracleCase(
      "mg1-\(service.name)-\(rate)", "M/G/1 (\(service.notation)), rho \(rate)",
      .station(
        service.law, rate: rate, warmUp: rate > 0.8 ? 8000 : 500,
        window: (rate > 0.8 ? service.orders : 0.8e6) / 40 / rate),
      Check.queue("desk.pack", wait: queue.waitMean, rate: rate) + [
        .sojourn(queue.sojournMean), .open(queue.numberMean),
      ])
  }

  private static func md1(_ rate: Double) -> OracleCase {
    let queue = QueueMDc(arrivalRate: rate, service: 1)
    let wait = WaitMD1(utilization: rate)
    return OracleCase(
      "md1-\(rate)", "M/D/1, rho \(rate)",
      .station(
        "1 min", rate: rate, warmUp: rate > 0.8 ? 4000 : 500,
        window: (rate > 0.8 ? 3e6 : 1e6) / 40 / rate),
      Check.queue("desk.pack", wait: queue.waitMean, rate: rate) + [.sojourn(queue.sojournMean)]
        + [95, 99].map { .percentile($0, 1 + wait.quantile(Double($0) / 100)) })
  }

  private static func mdc(_ servers: Int, rate: Double) -> OracleCase {
    let queue = QueueMDc(servers: servers, arrivalRate: rate, service: 1)
    return OracleCase(
      "mdc-\(servers)", "M/D/\(servers), rho \(queue.utilization)",
      .station(
        "1 min", servers: servers, rate: rate, warmUp: 1000, window: 3e6 / 40 / rate),
      Check.queue("desk.pack", wait: queue.waitMean, rate: rate) + [
        .utilization("desk.pack", queue.utilization), .open(queue.numberMean),
      ])
  }
}
