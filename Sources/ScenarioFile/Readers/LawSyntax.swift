/// A law as written, taken apart but not understood: `name(parameter: value, list: [value, value])`.
///
/// `=` may stand for `:`, because YAML wants quotes around a text with `: `.
struct LawSyntax {
  struct Word {
    var text: String
    /// First Unicode scalar within the whole text.
    var offset: Int
    var length: Int { max(1, text.unicodeScalars.count) }
  }

  struct Argument {
    /// Nil for a value without name, which goes to the parameter at its place.
    var name: Word?
    var values: [Word]
    var isList: Bool
  }

  struct Problem: Error {
    var message: String
    var offset: Int
    var length: Int
  }

  var name: Word
  var arguments: [Argument]

  /// Nil when the text does not look like a call at all.
  init?(_ text: String) throws(Problem) {
    var scanner = Scanner(scalars: Array(text.unicodeScalars))
    guard let name = scanner.name(), scanner.takes("(") else { return nil }
    self.name = name
    arguments = []
    if !scanner.takes(")") {
      repeat { arguments.append(try scanner.argument()) } while scanner.takes(",")
      try scanner.expect(")", opened: "(")
    }
    scanner.skipSpaces()
    guard scanner.position == scanner.scalars.count else {
      throw Problem(
        message: "unexpected text behind the law", offset: scanner.position,
        length: scanner.scalars.count - scanner.position)
    }
  }

  private struct Scanner {
    let scalars: [Unicode.Scalar]
    var position = 0

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func skipSpaces() {
      while let scalar = current, scalar == " " || scalar == "\t" || scalar == "\n" {
        position += 1
      }
    }

    mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
      skipSpaces()
      guard current == scalar else { return false }
      position += 1
      return true
    }

    mutating func name() -> Word? {
      skipSpaces()
      let start = position
      while let scalar = current,
        scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
          || (position > start && ("0"..."9").contains(scalar))
      {
        position += 1
      }
      return position > start ? word(start..<position) : nil
    }

    mutating func argument() throws(Problem) -> Argument {
      skipSpaces()
      let start = position
      if let name = name() {
        if takes(":") || takes("=") { return try value(named: name) }
        position = start
      }
      return try value(named: nil)
    }

    private mutating func value(named name: Word?) throws(Problem) -> Argument {
      guard takes("[") else {
        return Argument(name: name, values: [try item(until: ",)")], isList: false)
      }
      var values: [Word] = []
      if takes("]") { return Argument(name: name, values: [], isList: true) }
      repeat { values.append(try item(until: ",])")) } while takes(",")
      try expect("]", opened: "[")
      return Argument(name: name, values: values, isList: true)
    }

    /// The text up to one of `ends` outside inner parentheses, such as those of `USD/(t km)`.
    private mutating func item(until ends: String) throws(Problem) -> Word {
      skipSpaces()
      let start = position
      var depth = 0
      while let scalar = current {
        if depth == 0, ends.unicodeScalars.contains(scalar) { break }
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        position += 1
      }
      var end = position
      while end > start, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
      guard end > start else {
        throw Problem(message: "expected a value", offset: min(start, scalars.count), length: 1)
      }
      return word(start..<end)
    }

    mutating func expect(_ scalar: Unicode.Scalar, opened: String) throws(Problem) {
      if takes(scalar) { return }
      throw Problem(
        message: "expected ',' or '\(scalar)' to close '\(opened)'",
        offset: min(position, scalars.count), length: 1)
    }

    private func word(_ range: Range<Int>) -> Word {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return Word(text: String(view), offset: range.lowerBound)
    }
  }
}
