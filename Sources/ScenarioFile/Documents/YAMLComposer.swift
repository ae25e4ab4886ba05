internal import CYaml
internal import Diagnostics

/// Turns YAML text into located nodes.
///
/// Reads libyaml's events itself, because they carry both ends of every token and leave duplicate keys
/// and alias expansion to the reader. Supported is YAML 1.2's core without tags and complex keys; `<<`
/// merges mappings. Problems that leave the structure intact are reported and reading goes on.
struct YAMLComposer {
  /// A node and how many nodes it is with its aliases written out.
  struct Composed {
    var node: Node
    var count: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let file: String
  private let limits: Limits
  private let sink: DiagnosticSink
  private var anchors: [String: Composed] = [:]

  /// The document in `bytes` (valid UTF-8 without byte order mark), or nil after a report.
  static func compose(
    _ bytes: ArraySlice<UInt8>, file: String, limits: Limits, sink: DiagnosticSink
  )
    -> Composed?
  {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    return bytes.withUnsafeBufferPointer { buffer -> Composed? in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var composer = YAMLComposer(parser: parser, file: file, limits: limits, sink: sink)
      do throws(Diagnostic) {
        return try composer.document()
      } catch {
        sink.report(error)
        return nil
      }
    }
  }

  private init(
    parser: UnsafeMutablePointer<yaml_parser_t>, file: String, limits: Limits, sink: DiagnosticSink
  ) {
    self.parser = parser
    self.file = file
    self.limits = limits
    self.sink = sink
  }

  private mutating func document() throws(Diagnostic) -> Composed? {
    _ = try next()  // start of the stream
    guard case .documentStart = try next().kind else {
      throw Diagnostic(
        Code.emptyFile, "the file holds nothing", at: SourceLocation(file: file, line: 0))
    }
    let root = try node(try next(), depth: 0)
    _ = try next()  // end of the document
    let more = try next()
    if case .documentStart = more.kind {
      throw Diagnostic(
        Code.unsupportedYAML, "a second document starts here", at: more.location,
        help: ["a scenario is one document: remove the line '---'"])
    }
    return root
  }

  private mutating func next() throws(Diagnostic) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLProblem.diagnostic(parser.pointee, file: file)
    }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event, file: file)
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    guard depth <= limits.depth else {
      throw Diagnostic(
        Code.tooDeep, "lists and mappings nest deeper than \(limits.depth) levels",
        at: event.location)
    }
    let composed: Composed
    switch event.kind {
    case .alias(let name):
      guard let target = anchors[name] else {
        throw Diagnostic(
          Code.yamlSyntax, "no anchor '&\(name)' stands above this alias", at: event.location,
          suggestion: Spelling.nearest(to: name, among: anchors.keys.sorted()))
      }
      return target
    case .scalar(let scalar):
      composed = Composed(node: Node(.scalar(scalar), at: event.location), count: 1)
    case .sequenceStart:
      composed = try sequence(event, depth: depth)
    case .mappingStart:
      composed = try mapping(event, depth: depth)
    default:
      throw Diagnostic(Code.yamlSyntax, "unexpected end", at: event.location)
    }
    if let tag = event.tag { reportTag(tag, at: event.location) }
    if let anchor = event.anchor { anchors[anchor] = composed }
    return composed
  }

  private mutating func sequence(_ start: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    var nodes: [Node] = []
    var count = 1
    var event = try next()
    while true {
      if case .sequenceEnd = event.kind { break }
      let item = try node(event, depth: depth + 1)
      count = try add(item.count, to: count, at: event.location)
      nodes.append(item.node)
      event = try next()
    }
    let location = start.location(to: event, orFirst: nil)
    return Composed(node: Node(.sequence(nodes), at: location), count: count)
  }

  private mutating func mapping(_ start: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    var collector = MappingCollector(sink: sink)
    var count = 1
    var event = try next()
    while true {
      if case .mappingEnd = event.kind { break }
      let key = try key(event, depth: depth)
      let valueEvent = try next()
      let value = try node(valueEvent, depth: depth + 1)
      count = try add(value.count + 1, to: count, at: valueEvent.location)
      collector.add(key, value.node)
      event = try next()
    }
    let entries = collector.entries
    let location = start.location(to: event, orFirst: entries.first?.key.location)
    return Composed(node: Node(.mapping(entries), at: location), count: count)
  }

  private mutating func key(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> Located<String> {
    if let tag = event.tag { reportTag(tag, at: event.location) }
    switch event.kind {
    case .scalar(let scalar):
      let node = Node(.scalar(scalar), at: event.location)
      if let anchor = event.anchor { anchors[anchor] = Composed(node: node, count: 1) }
      return Located(scalar.text, at: event.location)
    case .alias(let name):
      if let scalar = anchors[name]?.node.scalar { return Located(scalar.text, at: event.location) }
    default: break
    }
    throw Diagnostic(
      Code.unsupportedYAML, "a key must be a text", at: event.location,
      help: ["values in braces need quotes when they are meant as a text"])
  }

  private func add(_ more: Int, to count: Int, at location: SourceLocation) throws(Diagnostic)
    -> Int
  {
    let sum = count + more
    guard sum <= limits.nodes else {
      throw Diagnostic(
        Code.tooManyNodes,
        "the document has more than \(limits.nodes) values once its aliases are written out",
        at: location, help: ["put long lists into a CSV table"])
    }
    return sum
  }

  private func reportTag(_ tag: String, at location: SourceLocation) {
    sink.error(
      Code.unsupportedYAML, "tags such as '\(tag)' have no meaning here", at: location,
      help: ["remove the tag; quote a value that must be a text"])
  }
}
