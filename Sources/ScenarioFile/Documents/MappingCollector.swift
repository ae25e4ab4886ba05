internal import Diagnostics

/// Gathers the entries of one mapping: reports keys that come twice and applies `<<`.
struct MappingCollector {
  private(set) var own: [Node.Entry] = []
  private var merged: [Node.Entry] = []
  private var places: [String: SourceLocation?] = [:]
  private let sink: DiagnosticSink

  init(sink: DiagnosticSink) { self.sink = sink }

  mutating func add(_ key: Located<String>, _ value: Node) {
    if key.value == "<<" {
      merge(value)
    } else if let first = places[key.value] {
      sink.error(
        Code.duplicateKey, "'\(key.value)' stands twice in one mapping", at: key.location,
        notes: [.init("the first one is on line \(first?.line ?? 0)")])
    } else {
      places[key.value] = key.location
      own.append(Node.Entry(key, value))
    }
  }

  /// Own entries first; merged ones fill what is left, earlier sources before later ones.
  var entries: [Node.Entry] {
    var seen = Set(places.keys)
    return own + merged.filter { seen.insert($0.key.value).inserted }
  }

  private mutating func merge(_ value: Node) {
    if let entries = value.mapping {
      merged += entries
    } else if let nodes = value.sequence, nodes.allSatisfy({ $0.mapping != nil }) {
      merged += nodes.flatMap { $0.mapping ?? [] }
    } else {
      sink.error(
        Code.unsupportedYAML, "'<<' merges mappings, found \(value.kindName)", at: value.location)
    }
  }
}
