extension RandomStream {
  /// Seats an MRG32k3a stream in the semantics of RngStreams, from the words ``seat`` just wrote.
  ///
  /// The package seed comes from (seed, purpose, group, entity / 2^51), hashed by Philox; the
  /// replication is the stream's number (jumps of 2^127 draws), the lower 51 bits of the entity the
  /// substream's (jumps of 2^76). Draws for two entities or replications are therefore disjoint by
  /// construction, those for two purposes with all but certainty.
  @usableFromInline
  @inline(never)
  mutating func seatRecurrence() {
    let (_, entity, replication, group) = counter
    let hash = Philox4x64.block((0, entity >> 51, 0, group), key)
    func residues(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ m: UInt64) -> (UInt64, UInt64, UInt64) {
      let r = (a % m, b % m, c % m)
      return r.0 | r.1 | r.2 == 0 ? (12345, 12345, 12345) : r
    }
    let low: UInt64 = 0xffff_ffff
    let x = residues(hash.0 & low, hash.0 >> 32, hash.1 & low, MRG32k3a.modulus1)
    let y = residues(hash.1 >> 32, hash.2 & low, hash.2 >> 32, MRG32k3a.modulus2)
    var generator = MRG32k3a(seed: (x.0, x.1, x.2, y.0, y.1, y.2))
    generator.jumpStreams(replication)
    generator.jumpSubstreams(entity & ((1 << 51) - 1))
    store(generator)
  }

  /// Four words, each of two draws, the earlier draw in the upper half.
  ///
  /// A draw has 4294967087 values, not 2^32: a uniform made of it is at most 5e-8 too small.
  mutating func refillFromRecurrence() {
    var generator = MRG32k3a(seed: (counter.0, counter.1, counter.2, counter.3, key.0, key.1))
    func word() -> UInt64 {
      let upper = generator.nextInteger() - 1
      return upper << 32 | (generator.nextInteger() - 1)
    }
    buffer.0 = word()
    buffer.1 = word()
    buffer.2 = word()
    buffer.3 = word()
    store(generator)
  }

  private mutating func store(_ generator: MRG32k3a) {
    let s = generator.state
    counter = (s.0, s.1, s.2, s.3)
    key = (s.4, s.5)
  }
}
