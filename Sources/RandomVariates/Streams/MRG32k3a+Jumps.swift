extension MRG32k3a {
  /// Goes to the state `count` streams of 2^127 draws onwards.
  public mutating func jumpStreams(_ count: UInt64) { jump(from: 127, times: count) }

  /// Goes to the state `count` substreams of 2^76 draws onwards.
  public mutating func jumpSubstreams(_ count: UInt64) { jump(from: 76, times: count) }

  /// Skips `count` draws.
  public mutating func skip(_ count: UInt64) { jump(from: 0, times: count) }

  /// Skips `count` · 2^`exponent` draws; one product of matrix and vector for each 1-bit of `count`.
  private mutating func jump(from exponent: Int, times count: UInt64) {
    var bits = count
    while bits != 0 {
      let power = exponent + bits.trailingZeroBitCount
      bits &= bits - 1
      let (a, b) = Self.powers[power]
      let (x, y) = (
        a.times((state.0, state.1, state.2), modulo: Self.modulus1),
        b.times((state.3, state.4, state.5), modulo: Self.modulus2)
      )
      state = (x.0, x.1, x.2, y.0, y.1, y.2)
    }
  }

  /// The transition matrices of both recurrences, to the power 2^k, k = 0...190.
  private static let powers: [(Matrix, Matrix)] = {
    var pair = (
      Matrix(rows: [[0, 1, 0], [0, 0, 1], [modulus1 - 810_728, 1_403_580, 0]]),
      Matrix(rows: [[0, 1, 0], [0, 0, 1], [modulus2 - 1_370_589, 0, 527_612]])
    )
    var all = [pair]
    for _ in 1...190 {
      pair = (pair.0.squared(modulo: modulus1), pair.1.squared(modulo: modulus2))
      all.append(pair)
    }
    return all
  }()

  /// A 3 × 3 matrix of residues below 2^32.
  private struct Matrix: Sendable {
    var rows: [[UInt64]]

    func times(_ v: (UInt64, UInt64, UInt64), modulo m: UInt64) -> (UInt64, UInt64, UInt64) {
      func row(_ r: [UInt64]) -> UInt64 {
        (r[0] * v.0 % m + r[1] * v.1 % m + r[2] * v.2 % m) % m
      }
      return (row(rows[0]), row(rows[1]), row(rows[2]))
    }

    func squared(modulo m: UInt64) -> Matrix {
      var square = self
      for i in 0..<3 {
        for j in 0..<3 {
          square.rows[i][j] = (0..<3).reduce(0) { ($0 + rows[i][$1] * rows[$1][j] % m) % m }
        }
      }
      return square
    }
  }
}
