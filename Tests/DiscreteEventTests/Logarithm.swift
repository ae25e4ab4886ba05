import Glibc

/// The functions of the C library that the references need.
enum Reference {
  static func log(_ x: Double) -> Double { Glibc.log(x) }
}
