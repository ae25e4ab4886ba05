/// Reads numbers and unit expressions from text, keeping track of where it is.
struct QuantityScanner {
  let scalars: [Unicode.Scalar]
  var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
  var isAtEnd: Bool { position >= scalars.count }

  mutating func skipSpaces() {
    while let scalar = current, Self.isSpace(scalar) { position += 1 }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{202F}"
      || scalar == "\n"
  }

  static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return ("0"..."9").contains(scalar)
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar == "‰" || scalar == "$" || scalar == "€" || scalar == "£"
      || scalar == "¥" || scalar == "฿" || scalar == "_" || scalar.properties.isAlphabetic
  }

  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// A decimal number with an optional exponent, or nil when none starts here.
  mutating func number() -> Double? {
    let start = position
    if current == "-" || current == "+" || current == "−" { position += 1 }
    let digits = position
    while Self.isDigit(current) { position += 1 }
    var count = position - digits
    if current == "." {
      position += 1
      let fraction = position
      while Self.isDigit(current) { position += 1 }
      count += position - fraction
    }
    guard count > 0 else {
      position = start
      return nil
    }
    if current == "e" || current == "E" {
      let mark = position
      position += 1
      if current == "-" || current == "+" { position += 1 }
      if Self.isDigit(current) {
        while Self.isDigit(current) { position += 1 }
      } else {
        position = mark
      }
    }
    let literal = text(start..<position).replacing("−", with: "-")
    guard let value = Double(literal), value.isFinite else {
      position = start
      return nil
    }
    return value
  }
}

extension String {
  /// This text with every `old` scalar replaced, without Foundation.
  func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars { view.append(scalar == old ? new : scalar) }
    return String(view)
  }
}
