public import Diagnostics
internal import Foundation

/// Reads a scenario from disk: one YAML file, or a folder that holds `scenario.yaml`.
public enum ScenarioLoader {
  /// Reads `path` and whatever it extends.
  ///
  /// - Parameters:
  ///   - presets: The YAML text of a built-in preset by name.
  ///   - presetNames: All preset names, for suggestions.
  ///   - sink: Takes the problems; a missing or unreadable `path` has the subject `input`.
  public static func load(
    _ path: String, presets: (String) -> String? = { _ in nil }, presetNames: [String] = [],
    limits: Limits = .standard, into sink: DiagnosticSink = DiagnosticSink()
  ) -> LoadedDocument {
    let store = FileStore(limits: limits)
    var file = path
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      file = WrittenPath.join(path, "scenario.yaml")
      guard FileManager.default.fileExists(atPath: file) else {
        sink.report(
          Diagnostic(
            Code.missingFile, "the folder '\(path)' has no scenario.yaml",
            at: SourceLocation(file: path), help: yamlFiles(in: path), subject: .input))
        return LoadedDocument(root: nil, sink: sink, store: store)
      }
    }
    do {
      let bytes = try store.read(file, role: .scenario, wantedAt: nil)
      return load(bytes, named: file, presets, presetNames, store, sink)
    } catch {
      sink.report(error)
      return LoadedDocument(root: nil, sink: sink, store: store)
    }
  }

  /// Reads a scenario from `text` as if it stood in the file `name`, such as an editor's buffer.
  public static func load(
    text: String, named name: String, presets: (String) -> String? = { _ in nil },
    presetNames: [String] = [], limits: Limits = .standard,
    into sink: DiagnosticSink = DiagnosticSink()
  ) -> LoadedDocument {
    load(
      bytes: Array(text.utf8), named: name, presets: presets, presetNames: presetNames,
      limits: limits, into: sink)
  }

  /// Reads a scenario from `bytes` as if they stood in the file `name`.
  public static func load(
    bytes: [UInt8], named name: String, presets: (String) -> String? = { _ in nil },
    presetNames: [String] = [], limits: Limits = .standard,
    into sink: DiagnosticSink = DiagnosticSink()
  ) -> LoadedDocument {
    let store = FileStore(limits: limits)
    guard bytes.count <= limits.yamlBytes else {
      sink.error(
        Code.tooLarge, "the text has more than \(limits.yamlBytes >> 20) MiB",
        at: SourceLocation(file: name))
      return LoadedDocument(root: nil, sink: sink, store: store)
    }
    store.add(name, bytes: bytes, role: .scenario)
    return load(bytes, named: name, presets, presetNames, store, sink)
  }

  /// Reads a scenario from files that were kept, the first of which is the scenario; presets among
  /// them take the place of built-in ones.
  public static func load(
    kept files: [FileStore.LoadedFile], limits: Limits = .standard,
    into sink: DiagnosticSink = DiagnosticSink()
  ) -> LoadedDocument {
    let store = FileStore(kept: files, limits: limits)
    let presets = files.filter { $0.role == .preset }
    guard let first = files.first(where: { $0.role == .scenario }) else {
      return LoadedDocument(root: nil, sink: sink, store: store)
    }
    store.add(first.name, bytes: first.bytes, role: .scenario)
    return load(
      first.bytes, named: first.name,
      { name in
        presets.first { $0.name == "preset:\(name)" }.map {
          String(decoding: $0.bytes, as: UTF8.self)
        }
      }, [], store, sink)
  }

  private static func load(
    _ bytes: [UInt8], named name: String, _ presets: (String) -> String?, _ presetNames: [String],
    _ store: FileStore, _ sink: DiagnosticSink
  ) -> LoadedDocument {
    let root = withoutActuallyEscaping(presets) { presets in
      let resolver = ExtendsResolver(
        store: store, sink: sink, presets: presets, presetNames: presetNames)
      return resolver.document(bytes, file: name)
    }
    return LoadedDocument(root: root, sink: sink, store: store)
  }

  private static func yamlFiles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !files.isEmpty else { return [] }
    return ["name one of its files: \(files.prefix(5).joined(separator: ", "))"]
  }
}
