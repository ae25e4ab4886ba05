import Oracles
import Testing

/// Expected values are those of an independent computation with 30 digits, rounded to 12.
@Suite struct InventoryTests {
  /// S, λ, L, then E[I], E[B], fill rate, mean wait.
  static let baseStocks: [[Double]] = [
    [10, 10, 1, 1.25110035721, 1.25110035721, 0.457929714472, 0.125110035721],
    [12, 10, 1, 2.53091625371, 0.530916253707, 0.696776146303, 0.0530916253707],
    [14, 2, 5, 4.18693715272, 0.186937152722, 0.864464422619, 0.0934685763608],
    [3, 0.5, 4, 1.21801754913, 0.218017549130, 0.676676416183, 0.436035098259],
  ]

  @Test(arguments: baseStocks)
  func `a base stock's pipeline is Poisson`(row: [Double]) {
    let model = PoissonBaseStock(level: Int(row[0]), demandRate: row[1], leadTime: row[2])
    #expect(agrees(model.onHandMean, row[3]))
    #expect(agrees(model.backorderedMean, row[4]))
    #expect(agrees(model.fillRate, row[5]))
    #expect(agrees(model.waitMean, row[6]))
  }

  @Test(arguments: baseStocks)
  func `a base stock is an (r, Q) policy with Q = 1 and an (s, S) policy with s = S - 1`(
    row: [Double]
  ) {
    let demand = CompoundPoisson(customerRate: row[1])
    let level = Int(row[0])
    for model in [
      ContinuousReview.reorderQuantity(
        reorderPoint: level - 1, quantity: 1, demand: demand, leadTime: row[2]),
      .orderUpTo(reorderPoint: level - 1, level: level, demand: demand, leadTime: row[2]),
    ] {
      #expect(agrees(model.onHandMean, row[3]))
      #expect(agrees(model.backorderedMean, row[4]))
      #expect(agrees(model.fillRate, row[5]))
    }
  }

  @Test(arguments: [
    (10, 10.0, 0.214582343107, 2.14582343107), (20, 15.0, 0.0455932155898, 5.68389823385),
  ])
  func `lost sales are Erlang's B`(level: Int, load: Double, lost: Double, onHand: Double) {
    let model = PoissonLostSales(level: level, demandRate: load, leadTime: 1)
    #expect(agrees(model.lostShare, lost))
    #expect(agrees(model.fillRate, 1 - lost))
    #expect(agrees(model.onHandMean, onHand))
  }

  /// r, Q, λ, L, then E[I], E[B], fill rate, orders per time.
  static let reorders: [[Double]] = [
    [4, 54, 20, 0.5, 21.8700452845, 0.370045284454, 0.888636106564, 0.370370370370],
    [47, 105, 50, 1, 50.2059388917, 0.205938891716, 0.956756916366, 0.476190476190],
    [116, 336, 1500, 0.0833333333, 159.771530370, 0.271530319882, 0.969372896199, 4.46428571429],
    [5, 20, 10, 1, 6.24697637880, 0.746976378799, 0.747856227669, 0.500000000000],
  ]

  @Test(arguments: reorders)
  func `(r, Q) has a uniform inventory position`(row: [Double]) {
    let demand = CompoundPoisson(customerRate: row[2])
    let (r, q) = (Int(row[0]), Int(row[1]))
    let model = ContinuousReview.reorderQuantity(
      reorderPoint: r, quantity: q, demand: demand, leadTime: row[3])
    #expect(agrees(model.onHandMean, row[4]))
    #expect(agrees(model.backorderedMean, row[5]))
    #expect(agrees(model.fillRate, row[6]))
    #expect(agrees(model.orderRate, row[7]))
  }

  @Test(arguments: reorders)
  func `(s, S) with single units is (r, Q) with Q = S - s`(row: [Double]) {
    let model = ContinuousReview.orderUpTo(
      reorderPoint: Int(row[0]), level: Int(row[0] + row[1]),
      demand: CompoundPoisson(customerRate: row[2]), leadTime: row[3])
    #expect(agrees(model.onHandMean, row[4]))
    #expect(agrees(model.backorderedMean, row[5]))
    #expect(agrees(model.fillRate, row[6]))
    #expect(agrees(model.orderRate, row[7]))
  }

  @Test func `compound Poisson units have their mean and variance`() {
    let demand = CompoundPoisson(customerRate: 4, sizes: [0.4, 0.3, 0.2, 0.1])
    let p = demand.unitProbabilities(during: 2)
    let mean = p.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    let square = p.enumerated().reduce(0) { $0 + Double($1.offset * $1.offset) * $1.element }
    #expect(agrees(p.reduce(0, +), 1))
    #expect(agrees(mean, 16))
    // Variance = 8 E[X²] = 8 (0.4 + 1.2 + 1.8 + 1.6).
    #expect(agrees(square - mean * mean, 40))
  }

  @Test func `a newsvendor stocks the critical fractile`() {
    let model = NewsvendorPoisson(demandMean: 50, overage: 0.18, underage: 0.70)
    #expect(model.stock == 56)
    #expect(agrees(model.cost(overage: 0.18, underage: 0.70), 1.79723521181))
    #expect(agrees(model.fillRate, 0.983699199732))
    #expect(agrees(model.sufficesProbability, 0.822117143716))
  }

  @Test func `the economic lot balances ordering and holding`() {
    let lot = EconomicOrderQuantity(demandRate: 1000, perOrder: 50, holding: 2)
    #expect(agrees(lot.quantity, 223.606797750))
    #expect(agrees(lot.costRate, 447.213595500))
    let late = EconomicOrderQuantity(demandRate: 1000, perOrder: 50, holding: 2, backorder: 10)
    #expect(agrees(late.quantity, 244.948974278))
    #expect(agrees(late.costRate, 408.248290464))
    #expect(agrees(late.backorderedShare, 0.166666666667))
  }
}
