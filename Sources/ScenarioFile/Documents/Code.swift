/// The names of the problems that reading a scenario can find.
public enum Code: String, CaseIterable, Sendable {
  // Files
  case missingFile = "missing-file"
  case unreadableFile = "unreadable-file"
  case tooLarge = "too-large"
  case notText = "not-text"
  case emptyFile = "empty-file"
  // YAML
  case yamlSyntax = "yaml-syntax"
  case tooDeep = "too-deep"
  case tooManyNodes = "too-many-values"
  case duplicateKey = "duplicate-key"
  case unsupportedYAML = "unsupported-yaml"
  // extends
  case unknownPreset = "unknown-preset"
  case extendsCycle = "extends-cycle"
  // Tables
  case tableSyntax = "table-syntax"
  case raggedRow = "ragged-row"
  case unknownColumn = "unknown-column"
  // Records
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case unknownKind = "unknown-kind"
  case duplicateName = "duplicate-name"
  // Values
  case noValue = "no-value"
  case wrongType = "wrong-type"
  case outOfBounds = "out-of-bounds"
  case unknownChoice = "unknown-choice"
  case badQuantity = "bad-quantity"
  case missingUnit = "missing-unit"
  case unknownUnit = "unknown-unit"
  case wrongUnit = "wrong-unit"
  case noExchangeRate = "no-exchange-rate"
  case unknownCurrency = "unknown-currency"
  case unknownLaw = "unknown-law"
  case badLaw = "bad-law"
  case badDate = "bad-date"
  case badTime = "bad-time"
  case badHours = "bad-hours"
  case unknownTimeZone = "unknown-time-zone"
  case badCoordinate = "bad-coordinate"
  case unknownPath = "unknown-path"
}
