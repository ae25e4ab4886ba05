public import Diagnostics

extension Node {
  /// The value at a path of keys and list places (from 0), such as "facilities.NJ1.pick.servers".
  public func value(at path: String) -> Node? {
    path.split(separator: ".").reduce(Optional(self)) { node, part in
      node.flatMap { $0.child(String(part)) }
    }
  }

  /// A copy with the value at `path` replaced; missing mappings on the way are made.
  ///
  /// - Throws: ``Diagnostic`` `unknown-path` when the path passes through a scalar or a list's end.
  public func replacing(_ path: String, with value: Node) throws(Diagnostic) -> Node {
    try replacing(path.split(separator: ".").map(String.init)[...], of: path, with: value)
  }

  private func replacing(_ parts: ArraySlice<String>, of path: String, with value: Node)
    throws(Diagnostic) -> Node
  {
    guard let part = parts.first else { return value }
    var copy = self
    switch content {
    case .mapping(var entries):
      let next = child(part) ?? Node(.mapping([]), at: value.location)
      let changed = try next.replacing(parts.dropFirst(), of: path, with: value)
      if let index = entries.firstIndex(where: { $0.key.value == part }) {
        entries[index].value = changed
      } else {
        entries.append(Entry(Located(part, at: value.location), changed))
      }
      copy.content = .mapping(entries)
      return copy
    case .sequence(var nodes):
      if let index = Int(part), nodes.indices.contains(index) {
        nodes[index] = try nodes[index].replacing(parts.dropFirst(), of: path, with: value)
        copy.content = .sequence(nodes)
        return copy
      }
    case .scalar: break
    }
    throw Diagnostic(
      Code.unknownPath, "'\(path)' leads nowhere: '\(part)' is not part of \(kindName)",
      at: value.location)
  }

  private func child(_ part: String) -> Node? {
    if let nodes = sequence {
      guard let index = Int(part), nodes.indices.contains(index) else { return nil }
      return nodes[index]
    }
    return self[part]
  }
}
