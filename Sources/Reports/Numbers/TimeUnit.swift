/// The unit of a table of delivery times, chosen so that most figures have two or three digits.
enum TimeUnit: String {
  case minutes = "min"
  case hours = "h"
  case days = "d"

  /// - Parameter hours: Typical values [h], one per row of the table.
  init(for hours: [Double]) {
    let sizes = hours.map(abs).filter { $0 > 0 }
    guard let low = sizes.min(), let high = sizes.max() else {
      self = .hours
      return
    }
    self = high < 3 ? .minutes : low >= 96 ? .days : .hours
  }

  func value(ofHours hours: Double) -> Double {
    switch self {
    case .minutes: hours * 60
    case .hours: hours
    case .days: hours / 24
    }
  }

  /// A column of times with the same decimals in every row.
  func column(_ hours: [Double?]) -> [String] {
    let values = hours.map { $0.map(value(ofHours:)) }
    let decimals = NumberText.decimals(for: values.compactMap { $0 })
    return values.map { $0.map { NumberText.fixed($0, decimals) + rawValue } ?? NumberText.none }
  }
}
