internal import Quantities
internal import RandomVariates

/// The posts of a cohort; which there are is drawn in each replication.
final class VideoSource: OrderSourceDefinition {
  let video: Video
  let scale: Double
  let windowEnd: Int64
  let basket: Basket
  /// Random posts of a seller, by time zone.
  let posts: [CivilTimeZone: PoissonArrivalsTable]
  let sellerZones: [CivilTimeZone]
  let dated: [Double]
  let epoch: Int64
  let clockZone: CivilTimeZone
  let calendar: DemandCalendar
  let postPurpose: Purpose
  let cascadePurpose: Purpose
  let orderPurpose: Purpose

  init(_ video: Video, _ context: DemandContext) {
    self.video = video
    scale = context.scale
    windowEnd = context.windowEnd
    epoch = context.epoch
    clockZone = context.marketTimeZone
    calendar = context.calendar
    dated = video.dated(in: context)
    postPurpose = Purpose("posts.\(context.name)")
    cascadePurpose = Purpose("cascades.\(context.name)")
    orderPurpose = Purpose("orders.\(context.name)")
    basket = Basket(
      zones: context.zones.enumerated().map { ($0.offset, $0.element.weight) },
      sellers: context.sellers, lines: video.lines, units: video.units)
    sellerZones = context.sellers.map(\.timeZone)
    posts = Dictionary(
      Set(sellerZones).map {
        ($0, PoissonArrivalsTable(VideoSource.rate(of: video, in: $0, context)))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Rate of one seller's posts [1/s]: even over the hours in which there are any.
  private static func rate(
    of video: Video, in timeZone: CivilTimeZone, _ context: DemandContext
  ) -> PiecewiseLinearRate {
    let end = Double(context.windowEnd) * 1e-6
    guard video.posts > 0 else { return .steps(times: [0, end], rates: [0]) }
    let rate = video.posts / video.hours.openShare
    var (times, rates) = ([0.0], [Double]())
    let intervals = video.hours.intervals(
      from: context.epoch, to: context.epoch + Int64(end) + 1, in: timeZone)
    for interval in intervals {
      let from = min(end, max(0, Double(interval.lowerBound - context.epoch)))
      let to = min(end, max(0, Double(interval.upperBound - context.epoch)))
      times += [from, to]
      rates += [0, rate]
    }
    return .steps(times: times + [end], rates: rates + [0])
  }

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    VideoStream(self, index: index, run: run)
  }
}

/// Orders of all posts in time order.
private final class VideoStream: BurstStream {
  private struct Post {
    var time: Double
    var seller: Int32
    /// Its number among the seller's, dated ones first.
    var ordinal: Int32
  }
  private let source: VideoSource
  private var posts: [Post] = []

  init(_ source: VideoSource, index: Int, run: RunSeed) {
    self.source = source
    super.init(
      source.basket, orders: source.orderPurpose, index: index, windowEnd: source.windowEnd,
      run: run)
    for seller in source.sellerZones.indices { post(Int32(seller)) }
    posts.sort { ($0.time, $0.seller, $0.ordinal) < ($1.time, $1.seller, $1.ordinal) }
    if posts.count > BurstStream.burstsMaximum {
      posts.removeLast(posts.count - BurstStream.burstsMaximum)
    }
    start()
  }

  private func post(_ seller: Int32) {
    var ordinal: Int32 = 0
    for time in source.dated {
      posts.append(Post(time: time, seller: seller, ordinal: ordinal))
      ordinal += 1
    }
    details.seat(
      seed: run.seed, purpose: source.postPurpose.key, replication: run.replication,
      entity: UInt64(seller))
    var arrivals = source.posts[source.sellerZones[Int(seller)]]!.sampler
    while let time = arrivals.next(&details) {
      posts.append(Post(time: time, seller: seller, ordinal: ordinal))
      ordinal += 1
    }
  }

  override func earliest(_ burst: Int) -> Double {
    burst < posts.count ? posts[burst].time : .infinity
  }

  override func begin(_ burst: Int) -> Burst {
    let post = posts[burst]
    let video = source.video
    details.seat(
      seed: run.seed, purpose: source.cascadePurpose.key, replication: run.replication,
      entity: UInt64(post.seller) << 24 | UInt64(post.ordinal))
    let isViral = details.uniform() < video.viralShare
    let seller = Int(post.seller)
    let shown = source.basket.skus[seller][source.basket.skuChoice[seller].sampler.sample(&details)]
    let posted = source.clockZone.civil(unixSeconds: source.epoch + Int64(post.time))
    let directs =
      max(0, video.direct.sampler.sample(&details)) * source.scale
      * source.calendar.factor(on: posted.date)
    let cascade = video.cascade(
      isViral: isViral, directs: min(directs, Double(BurstStream.ordersMaximum)))
    let times = cascade.epochs(
      clock: Double(posted.time.seconds), horizon: Double(source.windowEnd) * 1e-6 - post.time,
      limit: BurstStream.ordersMaximum, &details)
    let pinned = times.map { _ in details.uniform() < video.pinnedShare ? shown : -1 }
    return Burst(epochs: times.map { post.time + $0 }, seller: seller, pinned: pinned)
  }
}
