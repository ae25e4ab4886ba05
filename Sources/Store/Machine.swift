private import CProcessor
internal import Foundation

/// The computer a study was run on, as far as it may matter for the last bit of a result.
public struct Machine: Sendable, Hashable, Codable {
  public var host: String
  public var system: String
  /// "x86_64" or "aarch64".
  public var architecture: String
  /// Instructions that mathematical functions make use of, such as "fma".
  public var features: [String]
  /// Settings that change which of them are used; empty if there are none.
  public var tunables: String

  public init(
    host: String, system: String, architecture: String, features: [String], tunables: String = ""
  ) {
    self.host = host
    self.system = system
    self.architecture = architecture
    self.features = features
    self.tunables = tunables
  }

  /// The one this runs on.
  public static var current: Machine {
    var name = utsname()
    uname(&name)
    func text<T>(_ field: T) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    let found = processor_features()
    let known: [(Int32, String)] = [(1, "fma"), (2, "avx2"), (4, "avx512f")]
    return Machine(
      host: text(name.nodename), system: "\(text(name.sysname)) \(text(name.release))",
      architecture: text(name.machine),
      features: known.filter { found & $0.0 != 0 }.map(\.1),
      tunables: ProcessInfo.processInfo.environment["GLIBC_TUNABLES"] ?? "")
  }

  /// Whether mathematical functions give the same last bits on both, as far as one can tell.
  public func computesLike(_ other: Machine) -> Bool {
    architecture == other.architecture && features.contains("fma") == other.features.contains("fma")
      && features.contains("avx2") == other.features.contains("avx2") && tunables == other.tunables
  }

  /// "x86_64 with fma, avx2".
  public var phrase: String {
    let with = features.isEmpty ? "without fma" : "with \(features.joined(separator: ", "))"
    return "\(host) (\(architecture) \(with)\(tunables.isEmpty ? "" : ", \(tunables)"))"
  }
}
