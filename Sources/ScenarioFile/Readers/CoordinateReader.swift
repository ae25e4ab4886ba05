internal import Diagnostics
public import Quantities

extension ValueReader where Value == Coordinate {
  /// A position as `[latitude, longitude]` or "latitude, longitude" in degrees.
  public static var coordinate: ValueReader<Coordinate> {
    ValueReader(
      .coordinate,
      text: { "[\(NumberText.short($0.latitude)), \(NumberText.short($0.longitude))]" }
    ) { node, context in
      let phrase = ParameterType.coordinate.phrase
      let parts: [Node]
      if let nodes = node.sequence {
        parts = nodes
      } else if let scalar = context.scalar(node, expected: phrase) {
        parts = scalar.text.split(separator: ",", omittingEmptySubsequences: false).map {
          Node(text: String($0).trimmedSpaces, at: node.location)
        }
      } else {
        return nil
      }
      let numbers = parts.compactMap { $0.scalar.flatMap { Double($0.text) } }
      guard parts.count == 2, numbers.count == 2 else {
        context.error(.badCoordinate, "expected \(phrase)", at: node.location)
        return nil
      }
      let place = Coordinate(latitude: numbers[0], longitude: numbers[1])
      guard abs(place.latitude) <= 90, abs(place.longitude) <= 180 else {
        let swapped = abs(numbers[1]) <= 90 && abs(numbers[0]) <= 180
        context.error(
          .badCoordinate, "latitude must be from -90 to 90 and longitude from -180 to 180",
          at: node.location,
          suggestion: swapped
            ? "[\(NumberText.short(numbers[1])), \(NumberText.short(numbers[0]))]" : nil)
        return nil
      }
      return place
    }
  }
}
