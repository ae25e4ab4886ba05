public import CGSL

extension RandomStream {
  /// Lends the stream to GSL as a `gsl_rng`, so that any of GSL's laws draws from it.
  ///
  /// The `gsl_rng` lives on the stack and dies with the call; works on every thread.
  ///
  ///     let x = stream.withGSL { gsl_ran_gamma($0, 2.5, 1) }
  @inlinable
  @inline(__always)
  public mutating func withGSL<R>(_ body: (UnsafePointer<gsl_rng>) -> R) -> R {
    withUnsafeMutablePointer(to: &self) { stream in
      var generator = gsl_rng(type: RandomStream.gslType, state: UnsafeMutableRawPointer(stream))
      return withUnsafePointer(to: &generator, body)
    }
  }

  /// The stream as a generator type of GSL: 64 random bits per word, open uniforms.
  ///
  /// `gsl_rng_set` of a generator allocated with it seats Philox at that seed and zeros. Reading it
  /// first turns off GSL's standard error handler, which would end the process.
  public static var gslType: UnsafePointer<gsl_rng_type> {
    @inlinable get { GSLStreamType.shared }
  }
}

@usableFromInline
enum GSLStreamType {
  @usableFromInline nonisolated(unsafe) static let shared: UnsafePointer<gsl_rng_type> = {
    gsl_set_error_handler_off()
    let name: StaticString = "ploy_stream"
    let type = UnsafeMutablePointer<gsl_rng_type>.allocate(capacity: 1)
    type.initialize(
      to: gsl_rng_type(
        name: UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), max: UInt.max,
        min: 0,
        size: MemoryLayout<RandomStream>.size,
        set: { state, seed in
          var stream = RandomStream()
          stream.seat(seed: UInt64(seed), purpose: 0, replication: 0, entity: 0)
          state!.initializeMemory(as: RandomStream.self, to: stream)
        },
        get: { UInt($0!.assumingMemoryBound(to: RandomStream.self).pointee.next()) },
        get_double: { $0!.assumingMemoryBound(to: RandomStream.self).pointee.uniform() }))
    return UnsafePointer(type)
  }()
}
