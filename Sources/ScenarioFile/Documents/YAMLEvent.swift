internal import CYaml
internal import Diagnostics

/// One event of libyaml, copied out of its memory.
struct YAMLEvent {
  enum Kind {
    case documentStart, documentEnd, sequenceStart, sequenceEnd, mappingStart, mappingEnd, other
    case alias(String)
    case scalar(Scalar)
  }

  let kind: Kind
  let location: SourceLocation
  var anchor: String?
  /// A tag other than `!!str` on quoted text.
  var tag: String?
  private let isFlow: Bool
  private let endLine: Int
  private let endColumn: Int

  init(_ event: yaml_event_t, file: String) {
    let (start, end) = (event.start_mark, event.end_mark)
    endLine = end.line + 1
    endColumn = end.column + 1
    let length = start.line == end.line ? max(1, end.column - start.column) : 1
    location = SourceLocation(
      file: file, line: start.line + 1, column: start.column + 1, length: length)
    var isFlow = false
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_ALIAS_EVENT:
      kind = .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      kind = .sequenceStart
      anchor = Self.text(event.data.sequence_start.anchor)
      tag = Self.text(event.data.sequence_start.tag)
      isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      kind = .mappingStart
      anchor = Self.text(event.data.mapping_start.anchor)
      tag = Self.text(event.data.mapping_start.tag)
      isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      anchor = Self.text(data.anchor)
      let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
      var text = String(decoding: bytes, as: UTF8.self)
      let style = Self.style(data.style)
      // A block's last line break is layout, not text.
      if style == .block, text.utf8.last == 0x0A { text.removeLast() }
      let isOneLine = start.line == end.line
      let spare = isOneLine ? end.column - start.column - text.unicodeScalars.count : -1
      let exact = spare == (style == .quoted ? 2 : 0) && style != .block
      kind = .scalar(
        Scalar(
          text: text, style: style,
          contentOffset: exact ? (style == .quoted ? 1 : 0) : nil))
      if let name = Self.text(data.tag), name != "tag:yaml.org,2002:str" { tag = name }
    default: kind = .other
    }
    self.isFlow = isFlow
  }

  /// From this start to `end` for a value in brackets, else `first` or the start alone.
  func location(to end: YAMLEvent, orFirst first: SourceLocation?) -> SourceLocation {
    var result = location
    if isFlow, end.endLine == location.line {
      result.length = max(1, end.endColumn - location.column)
    } else if !isFlow, let first {
      return first
    }
    return result
  }

  private static func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
