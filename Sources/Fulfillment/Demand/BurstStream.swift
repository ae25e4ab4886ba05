internal import RandomVariates

/// Orders that come together: those of one live session, or what one video sets off.
struct Burst {
  /// When they come, sorted [s since the epoch].
  var epochs: [Double]
  /// Index of the seller in the basket.
  var seller: Int
  /// SKU pinned at each order, -1 for none.
  var pinned: [Int32]
}

/// Orders of bursts that may overlap, merged in time order.
///
/// A burst is drawn when the first of its orders may be next, and its memory is freed after its last, so
/// that only bursts under way take memory. Subclasses say when a burst can begin and draw it; `start()` ends
/// their `init`.
class BurstStream: OrderSource {
  /// Orders that one burst, and bursts that one source may have: their numbers share 44 bits.
  static let ordersMaximum = 1 << 22
  static let burstsMaximum = 1 << 22

  private struct Head {
    var epoch: Double
    var number: UInt64
    var slot: Int32

    static func < (a: Head, b: Head) -> Bool { (a.epoch, a.number) < (b.epoch, b.number) }
  }

  let run: RunSeed
  var details: RandomStream
  private let sampler: BasketSampler
  private let ordersKey: UInt64
  private let base: UInt64
  private let windowEnd: Int64
  /// Next order of each burst under way, a binary heap.
  private var heads: [Head] = []
  private var bursts: [Burst] = []
  private var cursors: [Int] = []
  private var free: [Int32] = []
  private var next = 0
  private var isCurrent = false

  init(_ basket: Basket, orders: Purpose, index: Int, windowEnd: Int64, run: RunSeed) {
    self.run = run
    self.windowEnd = windowEnd
    details = RandomStream(run.generator)
    sampler = BasketSampler(basket)
    ordersKey = orders.key
    base = UInt64(index) << OrderNumber.sourceShift
    super.init()
  }

  /// The instant before which no order of a burst comes [s]; infinity behind the last burst. Must not
  /// decrease from one burst to the next.
  func earliest(_ burst: Int) -> Double { fatalError("a stream of bursts must override earliest") }
  /// Draws all orders of a burst, from seats of its own.
  func begin(_ burst: Int) -> Burst { fatalError("a stream of bursts must override begin") }

  /// Goes to the first order.
  final func start() { advance() }

  override func advance() {
    if isCurrent { pop() }
    var first = earliest(next)
    while first < .infinity, heads.isEmpty || first <= heads[0].epoch {
      push(begin(next), number: base | UInt64(next) << 22)
      next += 1
      first = earliest(next)
    }
    isCurrent = !heads.isEmpty
    guard isCurrent else {
      epoch = .max
      return
    }
    epoch = microseconds(heads[0].epoch)
    number = heads[0].number
    if epoch >= windowEnd { epoch = .max }
  }

  override func describe(_ draft: inout OrderDraft) {
    let head = heads[0]
    let slot = Int(head.slot)
    details.seat(
      seed: run.seed, purpose: ordersKey, replication: run.replication, entity: head.number)
    sampler.draw(
      &draft, seller: bursts[slot].seller, pinned: bursts[slot].pinned[cursors[slot]], &details)
  }

  private func push(_ burst: Burst, number: UInt64) {
    guard let first = burst.epochs.first else { return }
    let slot: Int32
    if let known = free.popLast() {
      slot = known
      bursts[Int(slot)] = burst
      cursors[Int(slot)] = 0
    } else {
      slot = Int32(bursts.count)
      bursts.append(burst)
      cursors.append(0)
    }
    heads.append(Head(epoch: first, number: number, slot: slot))
    var child = heads.count - 1
    while child > 0, heads[child] < heads[(child - 1) / 2] {
      heads.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the first order off its burst.
  private func pop() {
    let slot = Int(heads[0].slot)
    cursors[slot] += 1
    if cursors[slot] < bursts[slot].epochs.count {
      heads[0].epoch = bursts[slot].epochs[cursors[slot]]
      heads[0].number += 1
    } else {
      bursts[slot] = Burst(epochs: [], seller: 0, pinned: [])
      free.append(Int32(slot))
      let last = heads.removeLast()
      if heads.isEmpty { return }
      heads[0] = last
    }
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heads.count && heads[child] < heads[least] { least = child }
      if least == parent { return }
      heads.swapAt(parent, least)
      parent = least
    }
  }
}
