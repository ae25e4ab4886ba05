import RandomVariates
import Testing

@Suite struct RandomStreamTests {
  static func seated(_ kind: GeneratorKind = .philox4x64, entity: UInt64 = 17) -> RandomStream {
    var stream = RandomStream(kind)
    stream.seat(
      seed: 20_260_101, purpose: Purpose("arrivals.orders"), replication: 3, entity: entity)
    return stream
  }

  static func words(_ stream: RandomStream, _ count: Int) -> [UInt64] {
    var stream = stream
    return (0..<count).map { _ in stream.next() }
  }

  @Test("A Philox seat gives the words of the documented layout")
  func layout() {
    #expect(
      Self.words(Self.seated(), 6) == [
        0xebe2_be92_974f_a114, 0xf441_ec10_6d19_81d4, 0x4afd_d6d9_ec73_d74c,
        0x565c_eab4_10e9_9dbe, 0x17c8_669e_4dd5_14cb, 0xff72_b584_4b4e_876c,
      ])
  }

  @Test("The uniforms of a fresh seat are the known ones, bit by bit")
  func uniforms() {
    var stream = Self.seated()
    let drawn = (0..<6).map { _ in stream.uniform() }
    #expect(
      drawn == [
        0.92142859534152299, 0.95413089180974542, 0.29293577976609642, 0.33735529800552511,
        0.09290162434429694, 0.99784407119596541,
      ])
  }

  @Test("Exponential and normal variates of a fresh seat are the known ones")
  func variates() {
    var (exponential, normal) = (Self.seated(), Self.seated())
    let (x, z) = (exponential.exponential(), normal.normal())
    #expect(abs(x - 2.5437474541576361) < 1e-15)
    #expect(abs(z - 1.4147465885940567) < 1e-15)
  }

  @Test(
    "A prepared seat gives the words of the seat, of both generators",
    arguments: GeneratorKind.allCases)
  func prepared(_ kind: GeneratorKind) {
    for (seed, replication, entity, group) in [
      (0, 0, 0, 0), (20_260_101, 3, 17, 0), (.max, 1 << 40, 1 << 63 | 5, 3),
    ] as [(UInt64, UInt64, UInt64, UInt64)] {
      for isAntithetic in [false, true] {
        var stream = RandomStream(kind)
        stream.isAntithetic = isAntithetic
        var direct = stream
        let purpose = Purpose("work.pick")
        stream.seat(
          PreparedSeat(seed: seed, purpose: purpose, replication: replication, group: group),
          entity: entity)
        direct.seat(
          seed: seed, purpose: purpose, replication: replication, entity: entity, group: group)
        #expect(Self.words(stream, 9) == Self.words(direct, 9))
      }
    }
  }

  @Test(
    "Seating again gives the same words, whatever was drawn before",
    arguments: GeneratorKind.allCases)
  func seatingAgain(kind: GeneratorKind) {
    for drawn in 0...9 {
      var stream = Self.seated(kind, entity: 5)
      for _ in 0..<drawn { _ = stream.next() }
      stream.seat(
        seed: 20_260_101, purpose: Purpose("arrivals.orders").key, replication: 3, entity: 17)
      #expect(Self.words(stream, 9) == Self.words(Self.seated(kind), 9))
    }
  }

  @Test(
    "An antithetic seat's uniforms sum with the ordinary ones to exactly 1",
    arguments: GeneratorKind.allCases)
  func antithetic(kind: GeneratorKind) {
    var ordinary = Self.seated(kind)
    var antithetic = RandomStream(kind)
    antithetic.isAntithetic = true
    antithetic.seat(
      seed: 20_260_101, purpose: Purpose("arrivals.orders"), replication: 3, entity: 17)
    let sums = (0..<10_000).map { _ in ordinary.uniform() + antithetic.uniform() }
    #expect(sums.allSatisfy { $0 == 1 })
  }

  @Test("Turning antithetic in the middle of a block complements the rest of it")
  func antitheticLater() {
    var stream = Self.seated()
    _ = stream.next()
    let rest = Self.words(stream, 7)
    stream.isAntithetic = true
    #expect(Self.words(stream, 7) == rest.map { ~$0 })
    stream.isAntithetic = false
    #expect(Self.words(stream, 7) == rest)
  }

  @Test("Seats that differ in one name differ in each of their first four words: 1e6 pairs")
  func distinctSeats() {
    let names = (0..<1000).map { Purpose("purpose.\($0)").key }
    var (a, b) = (RandomStream(), RandomStream())
    var equal = 0
    for i in 0..<1_000_000 {
      let (x, y) = (UInt64(i / 1000), UInt64(i % 1000))
      a.seat(seed: 7, purpose: names[Int(x)], replication: y, entity: x ^ y)
      switch i % 4 {
      case 0: b.seat(seed: 7, purpose: names[Int(x + 1) % 1000], replication: y, entity: x ^ y)
      case 1: b.seat(seed: 7, purpose: names[Int(x)], replication: y + 1, entity: x ^ y)
      case 2: b.seat(seed: 7, purpose: names[Int(x)], replication: y, entity: (x ^ y) + 1)
      default: b.seat(seed: 7, purpose: names[Int(x)], replication: y, entity: x ^ y, group: 1)
      }
      for _ in 0..<4 where a.next() == b.next() { equal += 1 }
    }
    #expect(equal == 0)
  }

  @Test("MRG32k3a seats that differ in one name have different words")
  func distinctRecurrenceSeats() {
    var stream = RandomStream(.mrg32k3a)
    var first: Set<UInt64> = []
    for purpose in 0..<4 as Range<UInt64> {
      for replication in 0..<10 as Range<UInt64> {
        for entity in [0, 1, 2, 1 << 50, 1 << 51, 1 << 63] as [UInt64] {
          for group in 0..<2 as Range<UInt64> {
            stream.seat(
              seed: 1, purpose: purpose, replication: replication, entity: entity, group: group)
            first.insert(stream.next())
          }
        }
      }
    }
    #expect(first.count == 4 * 10 * 6 * 2)
  }

  @Test("A draw on another thread equals the draw here")
  func otherThread() async {
    let other = await Task.detached {
      var stream = Self.seated()
      let gamma = stream.withGSL { Reference.gamma($0) }
      return [gamma, stream.normal(), stream.uniform(), Double(stream.poisson(mean: 30))]
    }.value
    var stream = Self.seated()
    let gamma = stream.withGSL { Reference.gamma($0) }
    let here = [gamma, stream.normal(), stream.uniform(), Double(stream.poisson(mean: 30))]
    #expect(other == here)
  }

  @Test(
    "The uniforms of both generators have the moments of a uniform law",
    arguments: GeneratorKind.allCases)
  func moments(kind: GeneratorKind) {
    var stream = Self.seated(kind)
    let sample = Sample((0..<400_000).map { _ in stream.uniform() })
    #expect(abs(sample.meanScore(0.5)) < 4)
    #expect(abs(sample.varianceScore(1.0 / 12)) < 4)
    #expect(sample.kolmogorovSmirnov { $0 } < 2.2)
  }

  @Test("Integers below a bound are uniform")
  func integers() {
    var stream = Self.seated()
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[Int(stream.integer(below: 7))] += 1 }
    let chiSquare = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    #expect(chiSquare < 27)  // 6 degrees of freedom, p = 1.5e-4
    #expect((0..<100).allSatisfy { _ in stream.integer(below: 1) == 0 })
  }

  @Test(
    "Debug and release draw the same words: a pinned hash of 100,000",
    arguments: zip(
      GeneratorKind.allCases, [17_432_583_236_846_711_797, 6_256_955_339_870_264_715] as [UInt64]))
  func pinned(kind: GeneratorKind, hash: UInt64) {
    let found = Self.words(Self.seated(kind), 100_000)
      .reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x0000_0100_0000_01b3 }
    #expect(found == hash)
  }
}
