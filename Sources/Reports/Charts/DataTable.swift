/// The figures behind a chart: what it draws, what its table shows and what its CSV holds.
struct DataTable: Sendable {
  enum Values: Sendable {
    case text([String])
    case number([Double?])
  }

  struct Column: Sendable {
    /// Key in the chart and heading of the CSV.
    var name: String
    var heading: String
    /// "h", "1" for shares, a currency code, what is counted; empty for text.
    var unit: String
    var values: Values

    static func text(_ name: String, _ values: [String], heading: String? = nil) -> Column {
      Column(
        name: name, heading: heading ?? name.replacing("_", with: " "), unit: "",
        values: .text(values))
    }

    /// - Parameter digits: Digits after the point that are worth keeping; nil: all.
    static func number(
      _ name: String, _ values: [Double?], unit: String, heading: String? = nil,
      digits: Int? = nil
    ) -> Column {
      let kept = values.map { value -> Double? in
        guard let value, value.isFinite else { return nil }
        guard let digits else { return value }
        let scale = DataTable.powers[digits]
        return (value * scale).rounded() / scale
      }
      return Column(
        name: name, heading: heading ?? name.replacing("_", with: " "), unit: unit,
        values: .number(kept))
    }
  }

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// What a chart calls it.
  var name: String
  /// What it holds, for people.
  var title: String
  var columns: [Column]

  init(_ columns: [Column]) { self.init("table", title: "", columns) }

  init(_ name: String, title: String, _ columns: [Column]) {
    self.name = name
    self.title = title
    self.columns = columns
  }

  var rowCount: Int {
    switch columns.first?.values {
    case .text(let values): values.count
    case .number(let values): values.count
    case nil: 0
    }
  }

  /// One object per row, as Vega-Lite reads it.
  var rows: JSONValue {
    .array(
      (0..<rowCount).map { row in
        .object(
          Dictionary(
            uniqueKeysWithValues: columns.map { column in
              switch column.values {
              case .text(let values): (column.name, .string(values[row]))
              case .number(let values): (column.name, .number(values[row]))
              }
            }))
      })
  }

  /// Column by column, which takes a fraction of the room: words that repeat are numbered.
  var packed: JSONValue {
    .object([
      "name": .string(name),
      "columns": .array(
        columns.map { column in
          var members: [String: JSONValue] = [
            "name": .string(column.name), "heading": .string(column.heading),
            "unit": .string(column.unit),
          ]
          switch column.values {
          case .number(let values): members["values"] = .array(values.map { .number($0) })
          case .text(let values):
            var codes: [String: Int] = [:]
            var words: [JSONValue] = []
            members["codes"] = .array(
              values.map { word in
                if let code = codes[word] { return .integer(code) }
                codes[word] = words.count
                words.append(.string(word))
                return .integer(words.count - 1)
              })
            members["words"] = .array(words)
          }
          return .object(members)
        }),
    ])
  }

  /// Cells as a reader wants them, row by row.
  func cells(_ rows: Range<Int>) -> [[String]] {
    let texts = columns.map { column -> [String] in
      switch column.values {
      case .text(let values): return Array(values[rows])
      case .number(let values): return Self.texts(values, column.unit, rows)
      }
    }
    return rows.indices.map { index in texts.map { $0[index - rows.lowerBound] } }
  }

  private static func texts(_ values: [Double?], _ unit: String, _ rows: Range<Int>) -> [String] {
    let known = values.compactMap { $0 }.map(abs)
    let decimals =
      unit == "°"
      ? 2
      : known.allSatisfy { $0 == $0.rounded() }
        ? 0 : (known.max() ?? 0) >= 1000 ? 0 : (known.max() ?? 0) >= 100 ? 1 : 2
    return values[rows].map { value in
      guard let value else { return NumberText.none }
      switch unit {
      case "1": return NumberText.percent(value)
      case let code where code.isCurrency: return Currency(code).text(value)
      default: return NumberText.fixed(value, decimals)
      }
    }
  }
}

extension String {
  /// Whether a unit is money: an ISO 4217 code.
  var isCurrency: Bool { count == 3 && allSatisfy(\.isUppercase) }

  /// A unit as the title of an axis.
  var phrase: String { self == "h" ? "hours" : self }
}
