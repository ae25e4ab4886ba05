internal import Diagnostics

/// Replaces `extends: NAME` in any mapping by the mapping of that preset or file, overridden key by key.
///
/// A name without slash and without `.yaml` is a preset; anything else is a path beside the file that
/// says it.
final class ExtendsResolver {
  private let store: FileStore
  private let sink: DiagnosticSink
  private let presets: (String) -> String?
  private let presetNames: [String]
  private var resolved: [String: Node?] = [:]
  private var counts: [String: Int] = [:]
  private var chain: [String] = []
  private var total = 0

  init(
    store: FileStore, sink: DiagnosticSink, presets: @escaping (String) -> String?,
    presetNames: [String]
  ) {
    self.store = store
    self.sink = sink
    self.presets = presets
    self.presetNames = presetNames
  }

  /// The tree of a document with every `extends` resolved.
  func document(_ bytes: [UInt8], file: String) -> Node? {
    guard let text = TextCheck.text(bytes, file: file, sink: sink),
      let composed = YAMLComposer.compose(text, file: file, limits: store.limits, sink: sink)
    else { return nil }
    total += composed.count
    chain.append(file)
    defer { chain.removeLast() }
    let before = total
    let root = resolve(composed.node)
    counts[file] = composed.count + total - before
    return root
  }

  private func resolve(_ node: Node) -> Node {
    switch node.content {
    case .scalar:
      return node
    case .sequence(let nodes):
      // Lists of plain values need no copy.
      guard nodes.contains(where: { $0.scalar == nil }) else { return node }
      return Node(.sequence(nodes.map(resolve)), at: node.location)
    case .mapping(var entries):
      let index = entries.firstIndex { $0.key.value == "extends" }
      let extends = index.map { entries.remove(at: $0) }
      for i in entries.indices where entries[i].value.scalar == nil {
        entries[i].value = resolve(entries[i].value)
      }
      var own = Node(.mapping(entries), at: node.location)
      guard let extends else { return own }
      own.isIncomplete = true
      guard let base = base(extends.value) else { return own }
      own.isIncomplete = false
      guard base.mapping != nil else {
        sink.error(
          Code.wrongType, "what is extended must be a mapping, found \(base.kindName)",
          at: extends.value.location)
        return own
      }
      return base.merged(with: own)
    }
  }

  private func base(_ node: Node) -> Node? {
    guard let scalar = node.scalar, !scalar.isNull else {
      sink.error(
        Code.wrongType, "expected the name of a preset or a file, found \(node.kindName)",
        at: node.location)
      return nil
    }
    let name = scalar.text
    let isPath = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let file = isPath ? Paths.resolve(name, besides: node.location.file) : "preset:\(name)"
    if chain.contains(file) {
      let circle = chain.drop { $0 != file } + [file]
      sink.error(
        Code.extendsCycle, "'extends' comes back to itself", at: node.location,
        notes: [.init(circle.joined(separator: " → "))])
      return nil
    }
    if let known = resolved[file] { return count(file, at: node.location) ? known : nil }
    guard chain.count <= store.limits.extendsDepth else {
      sink.error(
        Code.tooDeep, "more than \(store.limits.extendsDepth) files extend each other",
        at: node.location)
      return nil
    }
    guard let bytes = bytes(name, file: file, isPath: isPath, at: node.location) else { return nil }
    let result = document(bytes, file: file)
    resolved[file] = .some(result)
    return result
  }

  private func bytes(_ name: String, file: String, isPath: Bool, at location: SourceLocation)
    -> [UInt8]?
  {
    if isPath {
      do {
        return try store.read(file, written: name, role: .scenario, wantedAt: location)
      } catch {
        sink.report(error)
        return nil
      }
    }
    guard let text = presets(name) else {
      sink.error(
        Code.unknownPreset, "unknown preset '\(name)'", at: location,
        suggestion: Spelling.nearest(to: name, among: presetNames),
        help: presetNames.isEmpty
          ? ["a file is named with its ending, such as 'base.yaml'"]
          : ["presets: \(presetNames.sorted().joined(separator: ", "))"])
      return nil
    }
    let bytes = Array(text.utf8)
    store.add(file, bytes: bytes, role: .preset)
    return bytes
  }

  /// Counts one more copy of a document that was resolved before.
  private func count(_ file: String, at location: SourceLocation) -> Bool {
    total += counts[file] ?? 0
    guard total <= store.limits.nodes else {
      sink.error(
        Code.tooManyNodes,
        "the scenario has more than \(store.limits.nodes) values once 'extends' is written out",
        at: location)
      return false
    }
    return true
  }
}
