public import RandomVariates

extension Video {
  /// How fast viral posts come and go, to hold against measured cascades.
  ///
  /// Posts are spread evenly from 8:00 to midnight, when most are put up.
  ///
  /// - Parameters:
  ///   - count: Posts.
  ///   - directs: Mean orders of a post itself; measured cascades are large ones.
  ///   - horizon: What counts as all orders of a post [s].
  /// - Draws: one uniform per post and what its cascade takes, keyed by the post.
  public func viralShapes(
    count: Int, directs: Double = 150, horizon: Double = 7 * 86400, seed: UInt64 = 1
  ) -> [CascadeShape] {
    let purpose = Purpose("calibration.cascades")
    return (0..<count).map { post in
      var stream = RandomStream()
      stream.seat(seed: seed, purpose: purpose, replication: 0, entity: UInt64(post))
      let clock = 8 * 3600 + stream.uniform() * 57_600
      let epochs = cascade(isViral: true, directs: directs).epochs(
        clock: clock, horizon: horizon, limit: BurstStream.ordersMaximum, &stream)
      return CascadeShape(epochs: epochs, horizon: horizon)
    }
  }
}
