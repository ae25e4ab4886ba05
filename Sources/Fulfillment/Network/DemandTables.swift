internal import Foundation
internal import ScenarioFile

/// Labels of rows, such as the channel of each source of orders: names sorted, and each row's name.
struct Labels: Sendable, Hashable {
  private(set) var names: [String] = []
  private(set) var rows: [Int32] = []

  init(_ labels: [String]) {
    names = Set(labels).sorted()
    rows = labels.map { Int32(names.firstIndex(of: $0)!) }
  }

  /// The names, if figures are to be given for each: not if there is only one.
  var sliced: [String] { names.count > 1 ? names : [] }
}

/// Customers' response to the promised time, compiled.
struct ResponseTable: Sendable, Hashable, BitwiseCopyable {
  /// Logarithm of the loss per microsecond promised beyond the reference.
  var lossPerMicrosecond: Double
  var reference: Int64
  /// No promise is later than a year.
  static let longest: Int64 = 365 * 86_400_000_000

  init(_ response: PromiseResponse) {
    lossPerMicrosecond = log1p(response.perDay) / 8.64e10
    reference = Int64((response.reference * 1e6).rounded())
  }
}

/// What the shop shows as in stock, compiled.
struct ListingTable: Sendable, Hashable, BitwiseCopyable {
  /// Time between updates [µs].
  var interval: Int64
  var buffer: Int32

  init(_ listing: Listing) {
    interval = max(1, Int64((listing.interval * 1e6).rounded()))
    buffer = Int32(listing.buffer)
  }
}
