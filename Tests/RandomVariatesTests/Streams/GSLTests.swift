import CGSL
import RandomVariates
import Testing

/// GSL's laws on a stream; known answers of GSL 2.7.1.
@Suite struct GSLTests {
  @Test("GSL's variates of a fresh seat are the known ones")
  func variates() {
    func fresh<R>(_ draw: (UnsafePointer<gsl_rng>) -> R) -> R {
      var stream = RandomStreamTests.seated()
      return stream.withGSL(draw)
    }
    #expect(abs(fresh { gsl_ran_exponential($0, 1) } - 2.5437474541576361) < 1e-15)
    #expect(abs(fresh { gsl_ran_gaussian_ziggurat($0, 1) } - -0.54021668257226629) < 1e-15)
    #expect(abs(fresh { gsl_ran_gamma($0, 2.5, 1) } - 1.4648004267503252) < 1e-15)
    #expect(fresh { gsl_ran_poisson($0, 5) } == 6)
    #expect(fresh { gsl_ran_poisson($0, 500) } == 497)
    #expect(fresh { gsl_rng_uniform_int($0, 1000) } == 921)
    #expect(fresh { gsl_ran_binomial($0, 0.3, 100) } == 37)
  }

  @Test("What GSL draws is gone from the stream")
  func advances() {
    var (gsl, own) = (RandomStreamTests.seated(), RandomStreamTests.seated())
    let lent = (0..<9).map { _ in gsl.withGSL { gsl_rng_uniform($0) } }
    let drawn = (0..<9).map { _ in own.uniform() }
    #expect(lent == drawn)
    let (a, b) = (gsl.next(), own.next())
    #expect(a == b)
  }

  @Test("A generator that GSL allocates and seeds is the Philox stream of that seed")
  func allocated() throws {
    let generator = try #require(gsl_rng_alloc(RandomStream.gslType))
    defer { gsl_rng_free(generator) }
    gsl_rng_set(generator, 42)
    var stream = RandomStream()
    stream.seat(seed: 42, purpose: 0, replication: 0, entity: 0)
    let words = (0..<6).map { _ in stream.next() }
    #expect((0..<6).map { _ in UInt64(gsl_rng_get(generator)) } == words)
    #expect(String(cString: gsl_rng_name(generator)) == "ploy_stream")
  }
}

enum Reference {
  static func gamma(_ generator: UnsafePointer<gsl_rng>) -> Double {
    gsl_ran_gamma(generator, 2.5, 1)
  }
}
