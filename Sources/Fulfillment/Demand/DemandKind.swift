public import Diagnostics
public import RandomVariates
public import ScenarioFile

/// A kind of demand source. To add one: a file here and a line in `Registrations.demand`.
public protocol DemandKind: Configurable {
  /// Cohort of the sellers that are bought from.
  var seller: Located<String> { get }
  /// Expected orders per day, all sellers and zones together, averaged over the horizon.
  func meanOrdersPerDay(in context: DemandContext) -> Double
  /// Expected lines and units per order.
  var meanLinesPerOrder: Double { get }
  var meanUnitsPerOrder: Double { get }
  /// Whether orders of any seller may be among them, whatever `seller` says.
  var isOfAllSellers: Bool { get }
  /// A key that says how much is ordered and is left out; the cohort's channels may say it instead.
  var missingKey: String? { get }
  /// Reports what is wrong with it in this market.
  func check(in context: DemandContext, _ sink: DiagnosticSink)
  /// What it expects of single sellers and SKUs; nil for evenly and by popularity.
  func expectation(in context: DemandContext) -> DemandExpectation?
  /// Why its orders cannot be simulated, if they are too many for what keeps them.
  func problem(in context: DemandContext) -> String?
  /// The streams of orders it compiles to.
  func sources(in context: DemandContext) -> [any OrderSourceDefinition]
}

extension DemandKind {
  public var isOfAllSellers: Bool { false }
  public var missingKey: String? { nil }
  public func check(in context: DemandContext, _ sink: DiagnosticSink) {}
  public func expectation(in context: DemandContext) -> DemandExpectation? { nil }
  public func problem(in context: DemandContext) -> String? { nil }
}

/// A compiled stream of orders, shared by all threads; replications make their own sources of it.
public protocol OrderSourceDefinition: Sendable {
  /// - Parameter index: The source's place among all sources, part of its orders' numbers.
  func makeSource(index: Int, run: RunSeed) -> OrderSource
}

/// What names a run: everything random in it is a function of these.
public struct RunSeed: Sendable {
  public var seed: UInt64
  public var replication: UInt64
  public var generator: GeneratorKind
}

/// A stream of potential orders in time order, confined to one replication.
///
/// Subclasses override both methods. Orders are the same for every strategy, because all draws are
/// keyed by the source and the order's number in it.
open class OrderSource {
  /// What the loop reads, in memory of its own: no exclusivity checks.
  private struct Head {
    var epoch: Int64 = .max
    var number: UInt64 = 0
  }
  private final let head: UnsafeMutablePointer<Head>

  init() {
    head = .allocate(capacity: 1)
    head.initialize(to: Head())
  }

  deinit { head.deallocate() }

  /// Epoch of the next order [µs]; `.max` when there is none.
  final var epoch: Int64 {
    get { head.pointee.epoch }
    set { head.pointee.epoch = newValue }
  }
  /// Number of the next order within its source.
  final var number: UInt64 {
    get { head.pointee.number }
    set { head.pointee.number = newValue }
  }

  /// Moves on to the next order: sets `epoch`.
  func advance() { fatalError("a source must override advance") }
  /// Writes the lines, zone and seller of the next order.
  func describe(_ draft: inout OrderDraft) { fatalError("a source must override describe") }
}

/// An order as its source describes it, before anything is decided.
struct OrderDraft: ~Copyable {
  var zone: Int32 = 0
  var seller: Int32 = 0
  private(set) var lineCount = 0
  /// Units of all lines.
  private(set) var units = 0
  private(set) var lines = UnsafeMutablePointer<OrderLine>.allocate(capacity: 16)
  private var capacity = 16

  /// An order without lines.
  mutating func clear() {
    lineCount = 0
    units = 0
  }

  mutating func append(sku: Int32, units: Int32) {
    if lineCount == capacity {
      let larger = UnsafeMutablePointer<OrderLine>.allocate(capacity: capacity * 2)
      larger.update(from: lines, count: lineCount)
      lines.deallocate()
      lines = larger
      capacity *= 2
    }
    lines[lineCount] = OrderLine(sku: sku, units: units)
    lineCount &+= 1
    self.units &+= Int(units)
  }

  deinit { lines.deallocate() }
}

/// Units of one SKU in an order.
struct OrderLine: BitwiseCopyable {
  var sku: Int32
  var units: Int32
  /// Site the line ships from, while an order is split.
  var site: Int32 = -1
}

/// How an order's number is laid out: its source above, its place in the source below. Numbers key all
/// draws that belong to the order.
enum OrderNumber {
  static let sourceShift: UInt64 = 44
  /// Bits that the ordinal of a shipment or the place of a line takes below the order's number.
  static let partBits: UInt64 = 8
  /// Sources that fit above.
  static let sourcesMaximum = 1 << 12
}
