internal import CYaml
internal import Diagnostics

/// Says in plain words what libyaml did not like.
enum YAMLProblem {
  static func diagnostic(_ parser: yaml_parser_t, file: String) -> Diagnostic {
    let problem = parser.problem.map { String(cString: $0) } ?? "not enough memory"
    let context = parser.context.map { String(cString: $0) }
    let location = SourceLocation(
      file: file, line: parser.problem_mark.line + 1, column: parser.problem_mark.column + 1)
    if parser.error == YAML_READER_ERROR {
      return Diagnostic(
        Code.notText, "the file has a character that is not text (\(problem))",
        at: SourceLocation(file: file, line: 0), help: ["save the file as plain UTF-8 text"])
    }
    if problem.hasPrefix("Maximum nesting level") {
      return Diagnostic(Code.tooDeep, "lists and mappings nest too deeply", at: location)
    }
    var message = problem
    var help: [String] = []
    switch problem {
    case "mapping values are not allowed in this context":
      message = "': ' cannot stand here"
      help = [
        "quote a text that holds ': ', such as time: \"lognormal(mean: 3 min, cv: 0.6)\"",
        "if this is a new key, align it with the other keys of its mapping",
      ]
    case "found character that cannot start any token":
      message = "this character cannot start a value"
      help = ["indent with spaces, not tabs; quote a text that starts with @, ` or %"]
    case "could not find expected ':'":
      message = "expected 'key: value'"
    case "did not find expected key":
      message = "expected a key of the mapping that this line's indentation belongs to"
    case "did not find expected '-' indicator":
      message = "expected '- ' like the other items of this list"
    case "did not find expected ',' or ']'":
      message = "expected ',' or ']' in this list"
    case "did not find expected ',' or '}'":
      message = "expected ',' or '}' in this mapping"
    case "found unexpected end of stream":
      message = "the file ends inside a quoted text"
    default: break
    }
    var notes: [Diagnostic.Note] = []
    let line = parser.context_mark.line + 1
    if let context, line != location.line {
      notes = [.init("\(context) that starts on line \(line)")]
    }
    return Diagnostic(Code.yamlSyntax, message, at: location, help: help, notes: notes)
  }
}
