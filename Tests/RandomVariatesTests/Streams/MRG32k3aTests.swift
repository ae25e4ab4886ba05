import RandomVariates
import Testing

/// Known answers from RngStreams, tests/test2RngStream.res.
@Suite struct MRG32k3aTests {
  func agree(_ generator: MRG32k3a, _ expected: [Double], digits: Double) -> Bool {
    var generator = generator
    return expected.allSatisfy { abs(generator.nextUniform() - $0) < digits }
  }

  @Test("The standard seed gives the published sequence")
  func sequence() {
    #expect(
      agree(
        MRG32k3a(),
        [
          0.127011122046577, 0.318527565396794, 0.309186015583270, 0.825846862927114,
          0.221629915782023,
        ], digits: 6e-16))
  }

  @Test("35 draws lead to the published state and the published 36th draw, drawn or skipped")
  func steps() {
    var drawn = MRG32k3a()
    for _ in 0..<35 { _ = drawn.nextInteger() }
    #expect(
      drawn.state == (
        1_040_577_685, 3_747_037_609, 277_208_355, 1_712_706_441, 627_445_683, 2_408_037_141,
      ))
    #expect(agree(drawn, [0.07941673614985], digits: 6e-15))
    var skipped = MRG32k3a()
    skipped.skip(35)
    #expect(skipped == drawn)
  }

  @Test("Streams start where RngStreams starts them")
  func streams() {
    var generator = MRG32k3a()
    generator.jumpStreams(1)
    #expect(
      generator.state == (
        3_692_455_944, 1_366_884_236, 2_968_912_127, 335_948_734, 4_161_675_175, 475_798_818,
      ))
    generator.jumpStreams(1)
    #expect(
      generator.state == (
        1_015_873_554, 1_310_354_410, 2_249_465_273, 994_084_013, 2_912_484_720, 3_876_682_925,
      ))
    #expect(
      agree(
        generator,
        [0.7285097861965, 0.9655872822837, 0.9961841304801, 0.1149884161813, 0.9731454191297],
        digits: 6e-14))
  }

  @Test("The fourth next substream of stream 3 is RngStreams'")
  func substreams() {
    var generator = MRG32k3a()
    generator.jumpStreams(2)
    generator.jumpSubstreams(4)
    #expect(
      agree(
        generator,
        [0.1734545396358, 0.03286351608942, 0.2643169129682, 0.3059403602117, 0.5476303035177],
        digits: 6e-14))
  }

  @Test("2^51 substreams are one stream")
  func substreamsMakeStream() {
    var (byStream, bySubstream) = (MRG32k3a(), MRG32k3a())
    byStream.jumpStreams(5)
    bySubstream.jumpSubstreams(5 << 51)
    #expect(byStream == bySubstream)
  }
}
