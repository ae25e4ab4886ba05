/// Text on its way into a page.
enum HTML {
  /// Text that a browser reads as itself, within elements and within quoted attributes.
  static func escape(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A name that may run from right to left and must not turn what is around it.
  static func name(_ text: String) -> String { "<bdi>\(escape(text))</bdi>" }

  /// JSON within a script element: nothing in it can end the element or begin a comment.
  static func embedded(_ json: JSONValue) -> String {
    json.compact.replacing("<", with: "\\u003c").replacing("\u{2028}", with: "\\u2028")
      .replacing("\u{2029}", with: "\\u2029")
  }

  /// A script within a script element.
  static func script(_ source: String) -> String {
    source.replacing("</script", with: "<\\/script").replacing("<!--", with: "<\\!--")
  }

  /// A number as a program reads it.
  static func value(_ x: Double?) -> String { JSONValue.number(x).compact }
}
