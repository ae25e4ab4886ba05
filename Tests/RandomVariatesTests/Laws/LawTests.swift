import CGSL
import RandomVariates
import Testing

@Suite struct LawTests {
  static func draw(_ law: Law, _ count: Int, _ kind: GeneratorKind = .philox4x64) -> [Double] {
    var stream = RandomStream(kind)
    stream.seat(seed: 1, purpose: Purpose("test.law"), replication: 0, entity: 1)
    let sampler = law.sampler
    return withExtendedLifetime(law) { (0..<count).map { _ in sampler.sample(&stream) } }
  }

  @Test("The law knows its mean and variance", arguments: LawCase.all)
  func moments(test: LawCase) {
    let scale = max(abs(test.mean), 1)
    #expect(abs(test.law.mean - test.mean) < 1e-12 * scale)
    #expect(abs(test.law.variance - test.variance) < 1e-11 * max(test.variance, 1))
  }

  @Test("Sample mean and variance are the law's, on both generators", arguments: LawCase.all)
  func sampleMoments(test: LawCase) {
    for kind in GeneratorKind.allCases {
      let sample = Sample(Self.draw(test.law, 200_000, kind))
      if case .constant = test.oracle {
        #expect(sample.values.allSatisfy { $0 == test.mean })
      } else {
        #expect(abs(sample.meanScore(test.mean)) < 4.5, "\(kind)")
        #expect(abs(sample.varianceScore(test.variance)) < 4.5, "\(kind)")
      }
    }
  }

  @Test("The sample has the law's distribution", arguments: LawCase.all)
  func distribution(test: LawCase) {
    let sample = Sample(Self.draw(test.law, 100_000))
    switch test.oracle {
    case .cdf(let cdf): #expect(sample.kolmogorovSmirnov(cdf) < 2.2)
    case .pmf(let range, let pmf):
      let tail = sample.chiSquareTail(pmf, from: range.lowerBound, to: range.upperBound)
      #expect(tail > 1e-4)
      #expect(sample.values.allSatisfy { $0 == $0.rounded() })
    case .constant: #expect(test.law.isConstant)
    }
  }

  @Test("No variate is out of bounds", arguments: LawCase.all)
  func bounds(test: LawCase) {
    let values = Self.draw(test.law, 100_000)
    #expect(values.min()! >= test.law.lowerBound)
    #expect(values.max()! <= test.law.upperBound)
    #expect(values.allSatisfy { $0.isFinite })
  }

  @Test(
    "A law drawn by inversion draws one word and increases in it",
    arguments: LawCase.all.filter(\.isMonotone))
  func monotone(test: LawCase) {
    var stream = RandomStream()
    var pairs: [(u: Double, x: Double)] = []
    for _ in 0..<5000 {
      var (ahead, after) = (stream, stream)
      let x = test.law.sample(&after)
      pairs.append((ahead.uniform(), x))
      if !test.law.isConstant {
        var (expected, found) = (ahead, after)
        let (a, b) = (expected.next(), found.next())
        #expect(a == b)
      }
      stream = ahead
    }
    pairs.sort { $0.u < $1.u }
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.x <= $1.x })
  }

  @Test(
    "The smallest and the largest uniform give finite variates within bounds",
    arguments: LawCase.all.filter(\.isMonotone))
  func extremes(test: LawCase) {
    // Words of all ones and all zeros, as near as a search of seats comes.
    var stream = RandomStream()
    var (low, high) = (stream, stream)
    var (least, most) = (1.0, 0.0)
    for entity in 0..<200_000 as Range<UInt64> {
      stream.seat(seed: 0, purpose: 0, replication: 0, entity: entity)
      let seat = stream
      let u = stream.uniform()
      if u < least { (least, low) = (u, seat) }
      if u > most { (most, high) = (u, seat) }
    }
    #expect(least < 1e-4 && most > 1 - 1e-4)
    let (x, y) = (test.law.sample(&low), test.law.sample(&high))
    #expect(test.law.lowerBound <= x && x <= y && y <= test.law.upperBound)
  }

  @Test("A scaled law's moments, bounds and variates are multiplied", arguments: LawCase.all)
  func scaled(test: LawCase) {
    let law = test.law.scaled(by: 4).scaled(by: 0.5)
    #expect(law.mean == 2 * test.law.mean)
    #expect(law.variance == 4 * test.law.variance)
    #expect(law.lowerBound == 2 * test.law.lowerBound)
    #expect(law.upperBound == 2 * test.law.upperBound)
    #expect(Self.draw(law, 50) == Self.draw(test.law, 50).map { 2 * $0 })
    #expect(law.description == "2 * \(test.law.description)")
    #expect(law != test.law)
  }

  @Test("Heavy tails have an infinite variance and a mean")
  func heavyTails() throws {
    let pareto = try Law.pareto(from: 1, shape: 1.5)
    #expect(pareto.mean == 3 && pareto.variance == .infinity)
    let loglogistic = try Law.loglogistic(median: 1, shape: 2)
    #expect(abs(loglogistic.mean - .pi / 2) < 1e-15 && loglogistic.variance == .infinity)
    #expect(abs(try Law.pareto(from: 1, shape: 3.5).variance - 0.373333333333) < 1e-12)
  }

  @Test("First variates at a seat are those of a stream seated there", arguments: LawCase.all)
  func firstVariates(test: LawCase) {
    for (kind, isAntithetic) in [
      (GeneratorKind.philox4x64, false), (.philox4x64, true), (.mrg32k3a, false),
    ] {
      var (stream, seated) = (RandomStream(kind), RandomStream(kind))
      stream.isAntithetic = isAntithetic
      seated.isAntithetic = isAntithetic
      withExtendedLifetime(test.law) {
        withUnsafePointer(to: test.law.sampler) { law in
          let seat = PreparedSeat(seed: 3, purpose: Purpose("test.law"), replication: 2)
          for entity in UInt64(0)..<200 {
            seated.seat(seat, entity: entity)
            let variates = (0..<4).map { _ in law.pointee.sample(&seated) }
            withUnsafePointer(to: seat) { seat in
              #expect(law.sample(&stream, at: seat, entity: entity) == variates[0])
              for count in 1...5 where law.isSampledAtOnce(count, &stream) {
                let all = law.samples(count, &stream, at: seat, entity: entity)
                #expect((0..<count).map { all[$0] } == Array(variates[..<count]))
              }
            }
          }
          let isLognormal = test.law.kind == "lognormal" && kind == .philox4x64
          #expect(law.isSampledAtOnce(4, &stream) == isLognormal)
          #expect(!law.isSampledAtOnce(5, &stream))
        }
      }
    }
  }

  @Test("Lognormal quantiles of mean 1 and cv 2 are the known ones")
  func lognormalQuantiles() throws {
    let sorted = Self.draw(try Law.lognormal(mean: 1, cv: 2), 1_000_000).sorted()
    // se = sqrt(p(1-p)/n) / density, here .8e-3 and 0.042.
    #expect(abs(sorted[500_000] - 0.447213595500) < 4 * 0.00071)
    #expect(abs(sorted[990_000] - 8.55546505421) < 4 * 0.0408)
  }

  @Test("Two laws are equal if their parameters are, however they were made")
  func equality() throws {
    let a = try Law.normal(mean: 1, sd: 2)
    let same = try LawFamily.normal(["mean": 1, "sd": 2])
    #expect(a == same && a.hashValue == same.hashValue)
    let (wider, constant) = (try Law.normal(mean: 1, sd: 3), Law.constant(1))
    #expect(a != wider && a != constant)
    let (two, three) = (try Law.empirical(values: [1, 2]), try Law.empirical(values: [1, 3]))
    #expect(two != three)
  }

  @Test("A law is described as a planner writes it")
  func descriptions() throws {
    #expect(try Law.lognormal(mean: 180, cv: 0.6).description == "lognormal(mean: 180, cv: 0.6)")
    #expect(
      try Law.normal(mean: 5, sd: 1, from: 0).description == "normal(mean: 5, sd: 1, from: 0)")
    #expect(
      try Law.discrete(values: [1, 2], weights: [0.5, 0.5]).description
        == "discrete(values: [1, 2], weights: [0.5, 0.5])")
    #expect(Law.constant(3).description == "constant(value: 3)")
  }

  @Test("A sampler lives as long as any copy of its law")
  func lifetime() throws {
    var law: Law? = try Law.empirical(values: [1, 2, 3])
    let copy = law
    let sampler = try #require(law).sampler
    law = nil
    var stream = RandomStream()
    let x = sampler.sample(&stream)
    #expect((1...3).contains(x))
    withExtendedLifetime(copy) {}
  }

  @Test("A sampler and a stream are plain bytes")
  func plainBytes() {
    func size<T: BitwiseCopyable>(_: T.Type) -> Int { MemoryLayout<T>.size }
    #expect(size(LawSampler.self) == 57)
    #expect(size(RandomStream.self) == 93)
    #expect(size(AliasSampler.self) == 16)
  }

  @Test("Debug and release draw the same variates: pinned sums of 1000")
  func pinned() {
    for (test, sum) in zip(LawCase.all, PinnedSums.values) {
      let found = Self.draw(test.law, 1000).reduce(0, +)
      #expect(abs(found - sum) <= 1e-12 * abs(sum), "\(test.law): \(found)")
    }
    #expect(LawCase.all.count == PinnedSums.values.count)
  }
}

extension LawFamily {
  static func normal(_ values: [String: Double]) throws -> Law {
    try #require(LawFamily.named("normal")).make(values)
  }
}
