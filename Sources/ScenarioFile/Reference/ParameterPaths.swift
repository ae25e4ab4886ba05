/// One parameter of a document with the path that leads to it, such as `strategies.*.pick.servers`.
public struct ParameterPath: Sendable {
  /// Keys joined by dots; `*` stands for any name, `#` for any place in a list.
  public let path: String
  /// The kinds that the path passes through, such as `dark_store`.
  public let kinds: [String]
  public let parameter: ParameterDescription

  /// Whether the parameter is a single number, so that an experiment may vary it.
  public var isFactor: Bool {
    var type = parameter.type
    if case .optional(let inner) = type { type = inner }
    switch type {
    case .integer, .number, .quantity, .law: return true
    default: return false
    }
  }
}

/// Lists what a document may hold.
public enum ParameterPaths {
  /// Every parameter under `type`, in the order of declaration; records within themselves are listed
  /// once.
  public static func all<Root: Configurable>(of type: Root.Type) -> [ParameterPath] {
    var result: [ParameterPath] = []
    collect(RecordDescription(type), "", [], [], &result)
    return result
  }

  private static func collect(
    _ record: RecordDescription, _ prefix: String, _ kinds: [String], _ above: [String],
    _ result: inout [ParameterPath]
  ) {
    guard !above.contains(record.name) else { return }
    for parameter in record.parameters {
      let path = prefix.isEmpty ? parameter.name : "\(prefix).\(parameter.name)"
      result.append(ParameterPath(path: path, kinds: kinds, parameter: parameter))
      descend(parameter.type, path, kinds, above + [record.name], &result)
    }
  }

  private static func descend(
    _ type: ParameterType, _ path: String, _ kinds: [String], _ above: [String],
    _ result: inout [ParameterPath]
  ) {
    switch type {
    case .record(let record): collect(record, path, kinds, above, &result)
    case .records(let record): collect(record, "\(path).#", kinds, above, &result)
    case .optional(let inner): descend(inner, path, kinds, above, &result)
    case .named(let inner): descend(inner, "\(path).*", kinds, above, &result)
    case .variant(let registry), .variants(let registry):
      var path = path
      if case .variants = type { path += ".#" }
      for kind in registry.kinds {
        collect(kind.record, path, kinds + [kind.name], above, &result)
      }
    default: break
    }
  }
}
