/// Whether two numbers agree relatively, or both are zero.
func agrees(_ a: Double, _ b: Double, within relative: Double = 1e-10) -> Bool {
  abs(a - b) <= relative * max(abs(a), abs(b))
}
