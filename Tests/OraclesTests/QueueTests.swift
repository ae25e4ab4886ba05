import Foundation
import Oracles
import Testing

/// Expected values are those of an independent computation with 30 digits, rounded to 12.
@Suite struct QueueTests {
  struct Row: Sendable {
    var id: String
    var servers: Int
    var arrivalRate: Double
    var serviceRate: Double
    /// Wq, W, Lq, L, its variance of the wait, p50, p95 and p99 of the wait and of the sojourn.
    var values: [Double]
  }

  static let markovian: [Row] = [
    Row(
      id: "mm1_0.5_1", servers: 1, arrivalRate: 0.5, serviceRate: 1.0,
      values: [
        1.00000000000, 2.00000000000, 0.500000000000, 1.00000000000, 3.00000000000, 0.0,
        4.60517018599, 7.82404601086, 1.38629436112, 5.99146454711, 9.21034037198,
      ]),
    Row(
      id: "mm1_0.8_1", servers: 1, arrivalRate: 0.8, serviceRate: 1.0,
      values: [
        4.00000000000, 5.00000000000, 3.20000000000, 4.00000000000, 24.0000000000, 2.35001814623,
        13.8629436112, 21.9101331734, 3.46573590280, 14.9786613678, 23.0258509299,
      ]),
    Row(
      id: "mm1_0.95_1", servers: 1, arrivalRate: 0.95, serviceRate: 1.0,
      values: [
        19.0000000000, 20.0000000000, 18.0500000000, 19.0000000000, 399.000000000, 12.8370777234,
        58.8887795833, 91.0775378320, 13.8629436112, 59.9146454711, 92.1034037198,
      ]),
    Row(
      id: "mm1_3_4", servers: 1, arrivalRate: 3.0, serviceRate: 4.0,
      values: [
        0.750000000000, 1.00000000000, 2.25000000000, 3.00000000000, 0.937500000000, 0.405465108108,
        2.70805020110, 4.31748811354, 0.693147180560, 2.99573227355, 4.60517018599,
      ]),
    Row(
      id: "mmc_3_2.4_1", servers: 3, arrivalRate: 2.4, serviceRate: 1.0,
      values: [
        1.07865168539, 2.07865168539, 2.58876404494, 4.98876404494, 2.43201615958, 0.430055630883,
        4.26769745254, 6.95009397326, 1.57880719129, 5.72921834202, 8.45547736542,
      ]),
    Row(
      id: "mmc_5_4_1", servers: 5, arrivalRate: 4.0, serviceRate: 1.0,
      values: [
        0.554112554113, 1.55411255411, 2.21645021645, 6.21645021645, 0.801184385600, 0.102759733958,
        2.40534482695, 4.01478273939, 1.20439492358, 4.19746257839, 6.07966252451,
      ]),
    Row(
      id: "mmc_10_9_1", servers: 10, arrivalRate: 9.0, serviceRate: 1.0,
      values: [
        0.668731524108, 1.66873152411, 6.01858371697, 15.0185837170, 0.890261196880, 0.290774571904,
        2.59335966490, 4.20279757733, 1.32909186858, 4.36086656778, 6.24987669885,
      ]),
    Row(
      id: "mmc_20_18_1", servers: 20, arrivalRate: 18.0, serviceRate: 1.0,
      values: [
        0.275384502408, 1.27538450241, 4.95692104335, 22.9569210433, 0.199547878242,
        0.0483536969104, 1.19964624341, 2.00436519962, 0.990437083097, 3.42283031413, 5.04162300836,
      ]),
    Row(
      id: "mmc_100_95_1", servers: 100, arrivalRate: 95.0, serviceRate: 1.0,
      values: [
        0.101291370783, 1.10129137078, 9.62268022435, 104.622680224, 0.0302566065180,
        0.00256620737324, 0.463083225972, 0.784970808459, 0.807915897374, 3.11494870121,
        4.72438704895,
      ]),
  ]

  @Test(arguments: markovian)
  func `M/M/c has the means, variances and percentiles of the books`(row: Row) {
    let queue = QueueMMc(
      servers: row.servers, arrivalRate: row.arrivalRate, serviceRate: row.serviceRate)
    let found =
      [
        queue.waitMean, queue.sojournMean, queue.queueLengthMean, queue.numberMean,
        queue.waitVariance,
      ] + [0.5, 0.95, 0.99].map(queue.waitQuantile) + [0.5, 0.95, 0.99].map(queue.sojournQuantile)
    for (found, expected) in zip(found, row.values) {
      #expect(agrees(found, expected), "\(row.id): \(found), not \(expected)")
    }
  }

  static let losses: [(servers: Int, load: Double, blocked: Double)] = [
    (2, 1.0, 0.200000000000),
    (2, 1.8, 0.366515837104),
    (5, 4.0, 0.199066874028),
    (10, 8.0, 0.121661064253),
    (20, 18.0, 0.109212845873),
    (50, 45.0, 0.0541044721646),
    (100, 100.0, 0.0757004527109),
    (1000, 1000.0, 0.0248119176462),
  ]

  @Test(arguments: losses)
  func `Erlang's B loses what the tables say`(row: (servers: Int, load: Double, blocked: Double)) {
    #expect(agrees(erlangB(servers: row.servers, offeredLoad: row.load), row.blocked))
  }

  @Test func `without servers everything is lost`() {
    #expect(erlangB(servers: 0, offeredLoad: 3) == 1)
  }

  /// Arrival rate, E[S²], E[S³], Wq and its variance, L; E[S] = 1.
  static let generalService: [(String, [Double])] = [
    (
      "mg1_det1_0.5",
      [0.5, 1.00000000000, 1.00000000000, 0.500000000000, 0.583333333333, 0.750000000000]
    ),
    (
      "mg1_det1_0.9",
      [0.9, 1.00000000000, 1.00000000000, 4.50000000000, 23.2500000000, 4.95000000000]
    ),
    (
      "mg1_exp1_0.5",
      [0.5, 2.00000000000, 6.00000000000, 1.00000000000, 3.00000000000, 1.00000000000]
    ),
    (
      "mg1_exp1_0.9",
      [0.9, 2.00000000000, 6.00000000000, 9.00000000000, 99.0000000000, 9.00000000000]
    ),
    (
      "mg1_erl2_0.5",
      [0.5, 1.50000000000, 3.00000000000, 0.750000000000, 1.56250000000, 0.875000000000]
    ),
    (
      "mg1_erl2_0.9",
      [0.9, 1.50000000000, 3.00000000000, 6.75000000000, 54.5625000000, 6.97500000000]
    ),
    (
      "mg1_erl4_0.5",
      [0.5, 1.25000000000, 1.87500000000, 0.625000000000, 1.01562500000, 0.812500000000]
    ),
    (
      "mg1_erl4_0.9",
      [0.9, 1.25000000000, 1.87500000000, 5.62500000000, 37.2656250000, 5.96250000000]
    ),
    (
      "mg1_unif02_0.5",
      [0.5, 1.33333333333, 2.00000000000, 0.666666666667, 1.11111111111, 0.833333333333]
    ),
    (
      "mg1_unif02_0.9",
      [0.9, 1.33333333333, 2.00000000000, 6.00000000000, 42.0000000000, 6.30000000000]
    ),
    (
      "mg1_ln_scv1_0.5",
      [0.5, 2.00000000000, 8.00000000000, 1.00000000000, 3.66666666667, 1.00000000000]
    ),
    (
      "mg1_ln_scv1_0.9",
      [0.9, 2.00000000000, 8.00000000000, 9.00000000000, 105.000000000, 9.00000000000]
    ),
    (
      "mg1_ln_scv4_0.5",
      [0.5, 5.00000000000, 125.000000000, 2.50000000000, 47.9166666667, 1.75000000000]
    ),
    (
      "mg1_ln_scv4_0.9",
      [0.9, 5.00000000000, 125.000000000, 22.5000000000, 881.250000000, 21.1500000000]
    ),
    (
      "mg1_h2_scv4_0.5",
      [0.5, 5.00000000000, 60.0000000000, 2.50000000000, 26.2500000000, 1.75000000000]
    ),
    (
      "mg1_h2_scv4_0.9",
      [0.9, 5.00000000000, 60.0000000000, 22.5000000000, 686.250000000, 21.1500000000]
    ),
    (
      "mg1_gam_scv05_0.5",
      [0.5, 1.50000000000, 3.00000000000, 0.750000000000, 1.56250000000, 0.875000000000]
    ),
    (
      "mg1_gam_scv05_0.9",
      [0.9, 1.50000000000, 3.00000000000, 6.75000000000, 54.5625000000, 6.97500000000]
    ),
    (
      "mg1_pareto_3p5_0.5",
      [0.5, 1.19047619048, 2.55102040816, 0.595238095238, 1.20464852608, 0.797619047619]
    ),
    (
      "mg1_pareto_3p5_0.9",
      [0.9, 1.19047619048, 2.55102040816, 5.35714285714, 36.3520408163, 5.72142857143]
    ),
    (
      "mg1_weib2_0.5",
      [0.5, 1.27323954474, 1.90985931710, 0.636619772368, 1.04190450694, 0.818309886184]
    ),
    (
      "mg1_weib2_0.9",
      [0.9, 1.27323954474, 1.90985931710, 5.72957795131, 38.5576414514, 6.05662015618]
    ),
  ]

  @Test(arguments: generalService)
  func `M/G/1 follows Pollaczek, Khinchine and Takács`(id: String, row: [Double]) {
    let queue = QueueMG1(arrivalRate: row[0], mean: 1, second: row[1], third: row[2])
    #expect(agrees(queue.waitMean, row[3]), "\(id)")
    #expect(agrees(queue.waitVariance, row[4]), "\(id)")
    #expect(agrees(queue.numberMean, row[5]), "\(id)")
  }

  @Test(arguments: [
    (1, 0.8, 2.0), (5, 4.5, 0.776695158208), (10, 9, 0.344582050378), (1, 0.9, 4.5),
  ])
  func `M/D/c has Crommelin's mean wait`(servers: Int, rate: Double, wait: Double) {
    let queue = QueueMDc(servers: servers, arrivalRate: rate, service: 1)
    #expect(agrees(queue.waitMean, wait, within: 1e-8))
  }

  @Test(arguments: [
    (
      0.5, [0.500000000000, 0.824360635350, 0.946960596554, 0.998764270269],
      [2.05063840730, 3.33625595700]
    ),
    (
      0.9, [0.100000000000, 0.245960311116, 0.383600466437, 0.668709150508],
      [14.1286738302, 21.8982373495]
    ),
  ])
  func `the wait of M/D/1 has its distribution`(
    rho: Double, probabilities: [Double], percentiles: [Double]
  ) {
    let wait = WaitMD1(utilization: rho)
    for (t, expected) in zip([0.0, 1, 2, 5], probabilities) {
      #expect(agrees(wait.probability(atMost: t), expected, within: 1e-9))
    }
    #expect(agrees(wait.quantile(0.95), percentiles[0], within: 1e-9))
    #expect(agrees(wait.quantile(0.99), percentiles[1], within: 1e-9))
    #expect(wait.quantile((1 - rho) / 2) == 0)
  }

  static let renewal: [(String, QueueGIM1.Arrivals, [Double])] = [
    (
      "gim1_D_0.8", .constant(mean: 1 / 0.8),
      [0.628629796497, 1.69273083992, 1.35418467194, 8.06670068114]
    ),
    (
      "gim1_D_0.9", .constant(mean: 1 / 0.9),
      [0.806899832856, 4.17865942215, 3.76079347993, 15.5138771647]
    ),
    (
      "gim1_E2_0.8", .erlang(mean: 1 / 0.8, stages: 2),
      [0.739852949126, 2.84397976699, 2.27518381359, 11.5155342469]
    ),
    (
      "gim1_E2_0.9", .erlang(mean: 1 / 0.9, stages: 2),
      [0.868217893672, 6.58828362869, 5.92945526582, 22.7324661673]
    ),
    (
      "gim1_H2scv4_0.8", .hyperexponential(mean: 1 / 0.8, squaredCV: 4),
      [0.907571662593, 9.81919277198, 7.85535421759, 32.4114049608]
    ),
    (
      "gim1_H2scv4_0.9", .hyperexponential(mean: 1 / 0.9, squaredCV: 4),
      [0.957281127576, 22.4088575673, 20.1679718106, 70.1266701015]
    ),
  ]

  @Test(arguments: renewal)
  func `GI/M/1 has the root that its arrivals ask for`(
    id: String, arrivals: QueueGIM1.Arrivals, row: [Double]
  ) {
    let queue = QueueGIM1(arrivals: arrivals, serviceRate: 1)
    #expect(agrees(queue.waitProbability, row[0]), "\(id)")
    #expect(agrees(queue.waitMean, row[1]), "\(id)")
    #expect(agrees(queue.queueLengthMean, row[2]), "\(id)")
    #expect(agrees(queue.sojournQuantile(0.95), row[3]), "\(id)")
  }

  @Test func `batches of three wait for each other`() {
    let queue = QueueMXM1(batchRate: 0.25, batches: [0, 0, 1], serviceRate: 1)
    #expect(agrees(queue.numberMean, 6))
    #expect(agrees(queue.waitMean, 7))
  }

  @Test func `batches of one are M/M/1`() {
    let queue = QueueMXM1(batchRate: 0.8, batches: [1], serviceRate: 1)
    #expect(agrees(queue.waitMean, QueueMMc(arrivalRate: 0.8, serviceRate: 1).waitMean))
  }

  @Test func `a Jackson tandem is the sum of its stations`() {
    let tandem = TandemOfQueues(arrivalRate: 0.9, stations: [(1, 1.2), (2, 0.6), (1, 1.5)])
    for (station, expected) in zip(
      tandem.stations, [3.33333333333, 3.80952380952, 1.66666666667])
    {
      #expect(agrees(station.sojournMean, expected))
    }
    #expect(agrees(tandem.sojournMean, 8.80952380952))
    #expect(agrees(tandem.numberMean, 7.92857142857))
  }

  @Test func `the sojourn in a tandem integrates to its mean`() {
    let tandem = TandemOfQueues(arrivalRate: 0.9, stations: [(1, 1.2), (1, 1.1), (1, 1.5)])
    let step = 0.005
    let integral = (0..<60_000).reduce(0) {
      $0 + step * tandem.sojournTail((Double($1) + 0.5) * step)
    }
    #expect(agrees(integral, tandem.sojournMean, within: 1e-6))
    #expect(agrees(1 - tandem.sojournTail(tandem.sojournQuantile(0.9)), 0.9))
  }

  @Test(arguments: [
    (1, 16.4839976982), (2, 27.5335517941), (5, 43.2332358382), (10, 49.0842180556),
  ])
  func `M/M/inf fills from empty`(hours: Double, expected: Double) {
    let found = InfiniteServers.numberMean(at: hours, arrivalRate: 20, serviceRate: 0.4)
    #expect(agrees(found, expected))
    let around = InfiniteServers.numberMean(
      from: hours - 1e-4, to: hours + 1e-4, arrivalRate: 20, serviceRate: 0.4)
    #expect(agrees(around, expected, within: 1e-7))
  }

  @Test(arguments: [
    (0, 38.5446475188), (6, 67.5024893335), (12, 61.4553524812), (18, 32.4975106665),
  ])
  func `M_t/M/inf lags behind its rate`(hour: Int, expected: Double) {
    // A sine in steps of 18 s.
    let knots = 24 * 200
    let rates = (0..<knots).map { 20 + 10 * sin(2 * Double.pi * Double($0) / Double(knots)) }
    let found = InfiniteServers.numberMean(
      rates: rates, step: 24 / Double(knots), from: hour * 200, to: hour * 200 + 1,
      serviceRate: 0.4)
    let slope = 24 / Double(knots) * 10
    #expect(abs(found - expected) < slope)
  }

  @Test func `departures at an interval make one wait half of it`() {
    #expect(PeriodicDepartures(arrivalRate: 3, interval: 30).waitMean == 15)
    // So many places that they are never full.
    let wide = PeriodicDepartures(arrivalRate: 1, interval: 10, capacity: 60)
    #expect(agrees(wide.waitMean, 5))
  }

  @Test func `a departure that takes one is M/D/1 with its service after the interval's end`() {
    // One place per interval: the queue left behind is that of M/D/1.
    let model = PeriodicDepartures(arrivalRate: 0.9, interval: 1, capacity: 1)
    #expect(
      agrees(model.leftBehindMean, QueueMG1(arrivalRate: 0.9, mean: 1, second: 1).queueLengthMean))
  }

  @Test(arguments: [
    (
      0.8, [0.444444444444, 1.18895940994, 3.81037624517, 3.97090644415],
      [1.14884162533, 1.91900542305, 3.10005379923, 3.50869299358]
    ),
    (
      0.9, [0.473684210526, 1.32946480367, 6.39923372564, 7.65840782053],
      [1.31120775814, 2.36054371837, 4.59353844776, 5.86173688072]
    ),
  ])
  func `the first customers of M/M/1 wait less`(rate: Double, waits: [Double], means: [Double]) {
    let found = TransientMM1.waitMeans(count: 200, arrivalRate: rate, serviceRate: 1)
    for (n, expected) in zip([2, 5, 100, 200], waits) { #expect(agrees(found[n - 1], expected)) }
    for (n, expected) in zip([10, 25, 100, 200], means) {
      let mean = TransientMM1.waitMean(first: n, arrivalRate: rate, serviceRate: 1)
      #expect(agrees(mean, expected))
    }
  }
}
