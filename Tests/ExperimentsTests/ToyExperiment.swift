import DiscreteEvent
import Experiments
import Foundation
import Statistics
import Synchronization

/// A toy with numbers from a hash of (replication, index): design point k adds k to a common
/// noise, and takes a random time to do so.
struct ToyExperiment: Experimentable {
  var designPoints = ["base", "plus", "twin"]
  /// Added to the common noise, by design point.
  var shifts = [0.0, 1.0, 0.0]
  /// By design point: how strongly it reacts to the common noise.
  var reactions = [1.0, 1.0, 1.0]
  var observations = 50
  /// Longest time one replication takes [s].
  var delay = 0.0
  var violationsAt: Set<Int> = []
  var emptyPoint: Int?
  var didReplicate: @Sendable (_ point: Int, _ replication: Int) -> Void = { _, _ in }

  func responses(of point: Int) -> [ResponseDefinition] {
    [
      .init(name: "time", unit: "h", goal: .lowerIsBetter, isPrimary: true, source: .ratio(0)),
      .init(name: "count", unit: "", goal: .neutral, source: .ratio(1)),
      .init(
        name: "time.p50", unit: "h", goal: .lowerIsBetter, source: .quantile(sketch: 0, p: 0.5)),
    ]
  }

  func replicate(point: Int, replication: Int) -> ReplicationResult {
    if delay > 0 { Thread.sleep(forTimeInterval: .random(in: 0...delay)) }
    didReplicate(point, replication)
    var sketch = QuantileSketch()
    var sum = 0.0
    for i in 0..<observations where emptyPoint != point {
      let noise = unit(UInt64(replication) &* 1000 &+ UInt64(i))
      let value = 10 + shifts[point] + reactions[point] * noise
      sum += value
      sketch.insert(value)
    }
    let count = emptyPoint == point ? 0 : observations
    let index = replication * designPoints.count + point
    return ReplicationResult(
      ratios: [
        Ratio(numerator: sum, denominator: Double(count)),
        Ratio(numerator: Double(count), denominator: 1),
      ],
      sketches: [sketch], entities: observations, events: 3 * observations,
      fingerprint: sum.bitPattern &+ UInt64(index),
      violations: violationsAt.contains(index) ? ["units: 3 in, 2 out"] : [])
  }

  private func unit(_ key: UInt64) -> Double {
    var z = key &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 12) * 0x1p-52
  }
}

/// Collects what concurrent callbacks say.
final class Record<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])
  func append(_ element: Element) { elements.withLock { $0.append(element) } }
  var all: [Element] { elements.withLock { $0 } }
}
