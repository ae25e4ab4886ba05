/// A place on the earth, in degrees (WGS 84).
public struct Coordinate: Hashable, Sendable, BitwiseCopyable {
  /// North is positive [-90 ... 90].
  public var latitude: Double
  /// East is positive [-180 ... 180].
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
