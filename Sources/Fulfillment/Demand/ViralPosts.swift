public import RandomVariates

/// Cascades of orders after large viral posts with the standard values of `video`, as measured cascades were
/// chosen: large ones, watched for a week.
public enum ViralPosts {
  /// Orders that a post sets off itself: with a branching ratio of .9, some 1,500 in all.
  static let directs = 150.0

  /// Shapes of posts between 8:00 and midnight.
  public static func shapes(count: Int, seed: UInt64) -> [CascadeShape] {
    (0..<count).map { post in
      var stream = RandomStream()
      stream.seat(
        seed: seed, purpose: Purpose("calibration.cascade"), replication: UInt64(post), entity: 0)
      let clock = 8 * 3600 + stream.uniform() * 57_600
      return CascadeShape(
        epochs: Video().cascade(isViral: true, directs: directs).epochs(
          clock: clock, horizon: 7 * 86400, limit: 1 << 20, &stream))
    }
  }
}
