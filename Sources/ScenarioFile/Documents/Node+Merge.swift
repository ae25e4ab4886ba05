extension Node {
  /// This mapping overridden by another: mappings merge, anything else is replaced, and `null` removes
  /// a key that is here. Keys keep their order, new ones come last; every node keeps its own place.
  public func merged(with other: Node) -> Node {
    guard let base = mapping, let over = other.mapping else { return other }
    var entries = base
    var places: [String: Int] = [:]
    for (index, entry) in base.enumerated() { places[entry.key.value] = index }
    var removed: Set<Int> = []
    for entry in over {
      guard let index = places[entry.key.value] else {
        entries.append(entry)
        continue
      }
      if entry.value.isNull {
        removed.insert(index)
      } else if entries[index].value.mapping != nil, entry.value.mapping != nil {
        // A record of another kind shares no parameters with the one it replaces, and a table no
        // names with a mapping.
        let isOtherKind = entry.value.hasOtherKind(than: entries[index].value)
        entries[index].value =
          isOtherKind ? entry.value : entries[index].value.merged(with: entry.value)
        entries[index].key = entry.key
      } else {
        entries[index] = entry
      }
    }
    if !removed.isEmpty {
      entries = entries.enumerated().filter { !removed.contains($0.offset) }.map(\.element)
    }
    var result = Node(.mapping(entries), at: other.location)
    result.isIncomplete = isIncomplete || other.isIncomplete
    return result
  }

  private func hasOtherKind(than other: Node) -> Bool {
    if (self["table"]?.scalar == nil) != (other["table"]?.scalar == nil) { return true }
    guard let mine = self["kind"]?.scalar, let its = other["kind"]?.scalar else { return false }
    return mine.text != its.text
  }
}
