public import Diagnostics

/// A value with the place in the scenario that gave it; nil when no file did.
public struct Located<Value> {
  public var value: Value
  public var location: SourceLocation?

  public init(_ value: Value, at location: SourceLocation? = nil) {
    self.value = value
    self.location = location
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// An entry of a mapping from names to values, such as one facility; the location is its name's.
public struct Named<Value> {
  public var name: String
  public var value: Value
  public var location: SourceLocation?

  public init(_ name: String, _ value: Value, at location: SourceLocation? = nil) {
    self.name = name
    self.value = value
    self.location = location
  }
}

extension Named: Sendable where Value: Sendable {}
extension Named: Equatable where Value: Equatable {}
extension Named: Hashable where Value: Hashable {}
