import DiscreteEvent
import Glibc
import Testing

private enum Sample: String, CaseIterable, Sendable {
  case exponential, uniform, pareto, bimodal, manyZeros, bucketBounds, oneValue

  func draw(_ n: Int) -> [Double] {
    var random = TestRandom(state: 29)
    return (0..<n).map { i in
      let u = random.uniform()
      return switch self {
      case .exponential: -log(u)
      case .uniform: 100 * u
      case .pareto: 1 / (u * u)
      case .bimodal: u < 0.9 ? 1e-3 * (1 + random.uniform()) : 1e4 * (1 + random.uniform())
      case .manyZeros: u < 0.4 ? 0 : u
      case .bucketBounds: pow(QuantileSketch.gamma, Double(i % 900 - 200))
      case .oneValue: 7
      }
    }
  }
}

@Suite struct QuantileSketchTests {
  @Test("A builder makes the same sketch", arguments: Sample.allCases)
  fileprivate func builder(_ sample: Sample) {
    let values = sample.draw(5000) + [0, 1e-300, 1e-9, 9.99e-9, 1e-8, 9.99e7, 1e8, 1e300]
    var sketch = QuantileSketch()
    var builder = SketchBuilder()
    #expect(builder.sketch == sketch)
    for x in values {
      sketch.insert(x)
      builder.insert(x)
    }
    #expect(builder.sketch == sketch)
  }

  @Test("Every quantile is within the relative error", arguments: Sample.allCases, [1, 2, 20_000])
  fileprivate func relativeError(_ sample: Sample, n: Int) {
    let values = sample.draw(n)
    var sketch = QuantileSketch()
    for x in values { sketch.insert(x) }
    let sorted = values.sorted()
    // A value on a bucket's bound may fall to either side by the rounding of the logarithm.
    let bound = QuantileSketch.relativeError * (1 + 1e-9)
    var worst = 0.0
    for i in 0...2000 {
      let p = Double(i) / 2000
      let x = sorted[Int(p * Double(n - 1))]
      let error = abs(sketch.quantile(p) - x)
      worst = max(worst, x == 0 ? (error == 0 ? 0 : 1) : error / x)
    }
    #expect(worst <= bound)
    #expect(sketch.count == n)
  }

  @Test("Twenty parts merged in any order give equal buckets", arguments: Sample.allCases)
  fileprivate func merge(_ sample: Sample) {
    let values = sample.draw(10_000)
    var whole = QuantileSketch()
    var parts = [QuantileSketch](repeating: QuantileSketch(), count: 20)
    for (i, x) in values.enumerated() {
      whole.insert(x)
      parts[i % 20].insert(x)
    }
    var random = TestRandom(state: 31)
    for _ in 0..<5 {
      parts.shuffle(using: &random)
      var merged = QuantileSketch()
      for part in parts { merged.merge(part) }
      #expect(merged == whole)
      #expect(merged.hashValue == whole.hashValue)
    }
  }

  @Test("The array covers the values seen and no more than a page to each side")
  func memory() {
    var sketch = QuantileSketch()
    sketch.insert(1e-3)
    sketch.insert(1e4)
    #expect(sketch.buckets.count >= 1612 && sketch.buckets.count <= 1612 + 2 * QuantileSketch.page)
  }

  @Test("The constants belong to the relative error")
  func constants() {
    // The logarithm of a number near 1 loses two digits.
    #expect(abs(log(QuantileSketch.gamma) / QuantileSketch.logarithmOfGamma - 1) < 1e-13)
    #expect(
      abs(QuantileSketch.keysPerLogarithm * QuantileSketch.logarithmOfGamma - 1) < 1e-15)
  }

  @Test("An empty sketch has no quantiles")
  func empty() {
    #expect(QuantileSketch().quantile(0.5).isNaN)
  }
}
