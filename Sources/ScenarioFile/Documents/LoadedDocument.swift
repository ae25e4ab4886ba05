public import Diagnostics
public import Quantities

/// A scenario read from its files: one tree with `extends` resolved, every node with its place.
public struct LoadedDocument {
  /// Nil when nothing could be read; the sink says why.
  public var root: Node?
  public let sink: DiagnosticSink
  public let store: FileStore

  public init(root: Node?, sink: DiagnosticSink, store: FileStore) {
    self.root = root
    self.sink = sink
    self.store = store
  }

  public var sources: SourceFiles { store.sources }
  /// Every file read so far, in reading order: tables appear once decoding has read them.
  public var files: [FileStore.LoadedFile] { store.files }

  /// The scenario's currency and rates as written at the top of the document.
  ///
  /// Mistakes in them are reported when the record that declares these keys is decoded.
  public var units: UnitContext { UnitContext(topOf: root) }

  /// Decodes the whole document and reports every problem; nil when there is no mapping at its top.
  ///
  /// The value is usable for further checks, but not for a run, when `sink.hasErrors`.
  public func decode<Root: Configurable>(_ type: Root.Type = Root.self) -> Root? {
    guard let root else { return nil }
    let context = DecodingContext(units: units, sink: sink, store: store)
    return RecordReader.read(Root.self, root, context)
  }
}
