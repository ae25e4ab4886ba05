public import Diagnostics
internal import RandomVariates
internal import ScenarioFile

/// What a trace is expected to bring, and its stream of orders.
extension Trace {
  public func check(in context: DemandContext, _ sink: DiagnosticSink) {
    var reader = TraceReader(context, sink)
    _ = reader.orders(of: self)
  }

  private var orderCount: Int {
    let named = Set(orders.compactMap(\.value.order)).count
    return named + orders.count { $0.value.order == nil }
  }

  public var meanLinesPerOrder: Double { Double(orders.count) / Double(max(1, orderCount)) }

  public var meanUnitsPerOrder: Double {
    orders.reduce(0.0) { $0 + Double($1.value.quantity) } / Double(max(1, orderCount))
  }

  public func meanOrdersPerDay(in context: DemandContext) -> Double {
    var reader = TraceReader(context, nil)
    return Double(reader.orders(of: self).count) * context.scale / context.days
  }

  public func expectation(in context: DemandContext) -> DemandExpectation? {
    var reader = TraceReader(context, nil)
    let perDay = context.scale / context.days
    var expected = DemandExpectation(
      ordersPerDay: [Double](repeating: 0, count: context.sellers.count), unitsPerDay: [:])
    for order in reader.orders(of: self) {
      expected.ordersPerDay[Int(order.seller)] += perDay
      for line in order.lines {
        expected.unitsPerDay[line.sku, default: 0] += Double(line.units) * perDay
      }
    }
    return expected
  }

  public func problem(in context: DemandContext) -> String? {
    guard context.scale >= Double(TraceSource.copiesMaximum) else { return nil }
    return "a trace is taken at most \(TraceSource.copiesMaximum) times, not "
      + SizeEstimate.text(context.scale)
  }

  public func sources(in context: DemandContext) -> [any OrderSourceDefinition] {
    var reader = TraceReader(context, nil)
    return [TraceSource(TraceReader.inSequence(reader.orders(of: self)), context)]
  }
}

/// Orders in time order, flat and raw.
final class TraceSource: OrderSourceDefinition, @unchecked Sendable {
  static let copiesMaximum = 4096
  static let copyBits: UInt64 = 12

  struct Row: BitwiseCopyable {
    var epoch: Int64
    var zone: Int32
    var seller: Int32
    var firstLine: Int32
    var lineCount: Int32
  }
  let rows: UnsafeBufferPointer<Row>
  let lines: UnsafePointer<OrderLine>
  let scale: Double
  let purpose: Purpose
  private let memory = NetworkMemory()

  init(_ orders: [TraceOrder], _ context: DemandContext) {
    var lines: [OrderLine] = []
    var rows: [Row] = []
    for order in orders {
      rows.append(
        Row(
          epoch: order.epoch, zone: order.zone,
          seller: Int32(context.sellers[Int(order.seller)].index),
          firstLine: Int32(lines.count), lineCount: Int32(order.lines.count)))
      lines += order.lines
    }
    self.rows = memory.buffer(rows)
    self.lines = memory.copy(lines)
    scale = context.scale
    purpose = Purpose("copies.\(context.name)")
  }

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    TraceStream(self, index: index, run: run)
  }
}

private final class TraceStream: OrderSource {
  private let source: TraceSource
  private let run: RunSeed
  private let base: UInt64
  private var stream: RandomStream
  private var row = -1
  private var copiesLeft = 0

  init(_ source: TraceSource, index: Int, run: RunSeed) {
    self.source = source
    self.run = run
    base = UInt64(index) << OrderNumber.sourceShift
    stream = RandomStream(run.generator)
    super.init()
    advance()
  }

  override func advance() {
    while copiesLeft == 0 {
      row += 1
      guard row < source.rows.count else {
        epoch = .max
        return
      }
      copiesLeft = copies()
      epoch = source.rows[row].epoch
      number = base | UInt64(row) << TraceSource.copyBits
      number &-= 1
    }
    copiesLeft -= 1
    number &+= 1
  }

  /// How often the order is taken.
  private func copies() -> Int {
    let whole = source.scale.rounded(.down)
    let rest = source.scale - whole
    guard rest > 0 else { return Int(whole) }
    stream.seat(
      seed: run.seed, purpose: source.purpose.key, replication: run.replication,
      entity: UInt64(row))
    return Int(whole) + (stream.uniform() < rest ? 1 : 0)
  }

  override func describe(_ draft: inout OrderDraft) {
    let order = source.rows[row]
    draft.zone = order.zone
    draft.seller = order.seller
    draft.clear()
    for line in Int(order.firstLine)..<Int(order.firstLine + order.lineCount) {
      draft.append(sku: source.lines[line].sku, units: source.lines[line].units)
    }
  }
}
