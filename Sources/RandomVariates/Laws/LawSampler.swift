/// Draws variates of one ``Law``: a function, four numbers and a bare pointer.
///
/// Copies cost nothing. The law must outlive it: it owns the table of an empirical or discrete law.
@frozen
public struct LawSampler: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline typealias Draw =
    @convention(c) (
      UnsafeMutableRawPointer, Double, Double, Double, Double, UnsafeRawPointer?
    ) -> Double

  /// nil: a constant, the first number.
  @usableFromInline let draw: Draw?
  @usableFromInline let a: Double
  @usableFromInline let b: Double
  @usableFromInline let c: Double
  @usableFromInline let d: Double
  @usableFromInline let table: UnsafeRawPointer?
  @usableFromInline let factor: Double
  @usableFromInline let form: LawForm

  init(
    draw: Draw?, _ a: Double, _ b: Double, _ c: Double, _ d: Double, table: UnsafeRawPointer?,
    factor: Double, form: LawForm
  ) {
    self.draw = draw
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.table = table
    self.factor = factor
    self.form = form
  }

  /// Whether every variate is the same; no word is then drawn.
  @inlinable
  public var isConstant: Bool { draw == nil }

  /// One variate.
  ///
  /// - Draws: what the family's documentation says; nothing for a constant.
  @inlinable
  public func sample(_ stream: inout RandomStream) -> Double {
    switch form {
    case .lognormal: return lognormal(stream.uniform())
    case .discrete:
      return DiscreteEntry.draw(stream.uniform(), a, table.unsafelyUnwrapped) * factor
    case .general: break
    }
    guard let draw else { return a * factor }
    return withUnsafeMutablePointer(to: &stream) {
      draw(UnsafeMutableRawPointer($0), a, b, c, d, table) * factor
    }
  }

  /// What `draw` would give for a uniform number, without calling it.
  @inlinable @inline(__always)
  func lognormal(_ u: Double) -> Double {
    LawSampler.lognormal(a, b, u, VariateTables(start: table.unsafelyUnwrapped)) * factor
  }

  @inlinable @inline(__always)
  static func lognormal(_ mu: Double, _ sigma: Double, _ u: Double, _ tables: VariateTables)
    -> Double
  {
    exponentialFunction(mu + sigma * normalQuantile(u, tables), tables)
  }
}

extension UnsafePointer<LawSampler> {
  /// The law's first variate at an entity's seat; where the stream is afterwards is not said.
  ///
  /// Behind pointers, for a loop in which even copies count.
  ///
  /// - Complexity: that of one block of Philox for a lognormal law, nothing for a constant.
  @inlinable @inline(__always)
  public func sample(
    _ stream: inout RandomStream, at seat: UnsafePointer<PreparedSeat>, entity: UInt64
  ) -> Double {
    if pointee.form == .lognormal, stream.kind == .philox4x64 {
      let u = RandomStream.uniform(seat.pointee.block(entity).0 ^ stream.complement)
      return pointee.lognormal(u)
    }
    return sampleSeated(&stream, at: seat, entity: entity)
  }

  /// Whether ``samples(_:_:at:entity:)`` knows the law: the first words of a lognormal's seat suffice.
  @inlinable @inline(__always)
  public func isSampledAtOnce(_ count: Int, _ stream: inout RandomStream) -> Bool {
    pointee.form == .lognormal && count <= 4 && stream.kind == .philox4x64
  }

  /// The law's first variates at an entity's seat, `count` in 1...4 of them; the rest is 0.
  ///
  /// - Complexity: one block of Philox; the variates do not wait for each other.
  @inlinable @inline(__always)
  public func samples(
    _ count: Int, _ stream: inout RandomStream, at seat: UnsafePointer<PreparedSeat>,
    entity: UInt64
  ) -> InlineArray<4, Double> {
    let block = seat.pointee.block(entity)
    let words: InlineArray<4, UInt64> = [block.0, block.1, block.2, block.3]
    var variates = InlineArray<4, Double>(repeating: 0)
    for draw in 0..<count {
      let u = RandomStream.uniform(words[unchecked: draw] ^ stream.complement)
      variates[unchecked: draw] = pointee.lognormal(u)
    }
    return variates
  }

  @usableFromInline @inline(never)
  func sampleSeated(
    _ stream: inout RandomStream, at seat: UnsafePointer<PreparedSeat>, entity: UInt64
  ) -> Double {
    if pointee.isConstant { return pointee.a * pointee.factor }
    stream.seat(seat.pointee, entity: entity)
    return pointee.sample(&stream)
  }
}
