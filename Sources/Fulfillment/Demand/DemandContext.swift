internal import CInstructions
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// What a demand source sees of the market when it is compiled.
public struct DemandContext: Sendable {
  /// Name of the source in the scenario.
  var name: String
  /// Multiplier of all demand.
  var scale: Double
  /// Start of the calendar [s since 1970].
  var epoch: Int64
  /// End of the window in which orders are placed [µs since the epoch].
  var windowEnd: Int64
  var zones: [DemandZone]
  var marketTimeZone: CivilTimeZone
  /// Growth, months and the promotions that concern the source.
  var calendar = DemandCalendar()
  /// All SKUs of the market.
  var catalog: SKUTable
  /// Individuals of the source's cohort, by global seller index, with their SKUs.
  var sellers: [DemandSeller]

  /// Length of the horizon [d].
  var days: Double { Double(windowEnd) / 8.64e10 }

  /// Mean factor of growth, months and promotions over the horizon.
  var meanFactor: Double { calendar.meanFactor(from: epoch, days: days, in: marketTimeZone) }
}

struct DemandZone: Sendable {
  var name: String
  var weight: Double
  var timeZone: CivilTimeZone
}

struct DemandSeller: Sendable {
  var index: Int
  var name: String
  var timeZone: CivilTimeZone
  var skus: [Int32]
  var popularity: [Double]
}

/// How zones, SKUs and units of an order are drawn, keyed by the order.
///
/// - Draws: one uniform for the zone, one for the number of lines and per line one for the SKU, plus one
///   each for lines and units where their laws are not constant.
final class Basket: @unchecked Sendable {
  /// Where a heavy tail is cut: shipments of an order are numbered in 8 bits.
  static let linesMaximum = 255.0
  static let unitsMaximum = 1_000_000.0

  let zones: AliasTable
  let sellerChoice: AliasTable?
  let skuChoice: [AliasTable]
  /// SKUs of each seller of the basket.
  let skus: [[Int32]]
  let lines: Law
  let units: Law
  fileprivate let zoneIndices: UnsafePointer<Int32>
  fileprivate let sellers: UnsafePointer<Int32>
  fileprivate let firstSKU: UnsafePointer<UnsafePointer<Int32>>
  fileprivate let skuSamplers: UnsafePointer<AliasSampler>
  private let memory = NetworkMemory()

  init(
    zones: [(index: Int, weight: Double)], sellers: [DemandSeller], lines: Law, units: Law
  ) {
    self.zones = AliasTable(weights: zones.map(\.weight))
    sellerChoice =
      sellers.count > 1 ? AliasTable(weights: [Double](repeating: 1, count: sellers.count)) : nil
    skus = sellers.map(\.skus)
    skuChoice = sellers.map { AliasTable(weights: $0.popularity) }
    self.lines = lines
    self.units = units
    zoneIndices = memory.copy(zones.map { Int32($0.index) })
    self.sellers = memory.copy(sellers.map { Int32($0.index) })
    firstSKU = memory.copy(sellers.map { [memory] in memory.copy($0.skus) })
    skuSamplers = memory.copy(skuChoice.map(\.sampler))
  }
}

/// Draws one order's lines from a basket, without reference counting; valid while the basket lives.
struct BasketSampler {
  private let zones: AliasSampler
  private let zoneIndices: UnsafePointer<Int32>
  private let sellers: UnsafePointer<Int32>
  private let sellerChoice: AliasSampler?
  private let firstSKU: UnsafePointer<UnsafePointer<Int32>>
  private let skuChoice: UnsafePointer<AliasSampler>
  private let lines: LawSampler
  private let units: LawSampler
  /// Units of every line, or 0 where they are drawn.
  private let unitsAlways: Int32

  init(_ basket: Basket) {
    zones = basket.zones.sampler
    zoneIndices = basket.zoneIndices
    sellers = basket.sellers
    sellerChoice = basket.sellerChoice?.sampler
    firstSKU = basket.firstSKU
    skuChoice = basket.skuSamplers
    lines = basket.lines.sampler
    units = basket.units.sampler
    unitsAlways = units.isConstant ? BasketSampler.wholeUnits(basket.units.mean) : 0
  }

  @inline(__always)
  private static func wholeUnits(_ x: Double) -> Int32 {
    Int32(truncatingIfNeeded: truncated(min(max(1, x), Basket.unitsMaximum)))
  }

  /// Draws zone, seller and all lines.
  @inline(__always)
  func draw(_ draft: inout OrderDraft, _ stream: inout RandomStream) {
    let seller = sellerChoice.map { $0.sample(&stream) } ?? 0
    draw(&draft, seller: seller, pinned: -1, &stream)
  }

  /// Draws zone and lines of an order from one seller (an index into the basket's sellers); the first
  /// line is the pinned SKU unless that is -1.
  @inline(__always)
  func draw(
    _ draft: inout OrderDraft, seller: Int, pinned: Int32, _ stream: inout RandomStream
  ) {
    draft.zone = zoneIndices[zones.sample(&stream)]
    draft.seller = sellers[seller]
    draft.clear()
    let count = Int(truncated(min(max(1, lines.sample(&stream)), Basket.linesMaximum)))
    for line in 0..<count {
      let sku =
        line == 0 && pinned >= 0 ? pinned : firstSKU[seller][skuChoice[seller].sample(&stream)]
      draft.append(
        sku: sku,
        units: unitsAlways > 0 ? unitsAlways : BasketSampler.wholeUnits(units.sample(&stream)))
    }
  }
}
