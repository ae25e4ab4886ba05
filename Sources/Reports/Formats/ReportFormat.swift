/// A way to write a summary down. A new one is a file beside this one and a line in ``all``.
public struct ReportFormat: Sendable {
  /// As given to `--format`.
  public let name: String
  public let summary: String
  /// Of files in this format, without the dot.
  public let fileExtension: String
  /// The whole text, with a newline at its end.
  public let render: @Sendable (Summary, RenderOptions) -> String

  public init(
    name: String, summary: String, fileExtension: String,
    render: @escaping @Sendable (Summary, RenderOptions) -> String
  ) {
    self.name = name
    self.summary = summary
    self.fileExtension = fileExtension
    self.render = render
  }

  public static let all: [ReportFormat] = [.text, .json, .csv, .series, .markdown, .html, .latex]

  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }
}

/// What the place that shows a report can do; formats for machines ignore it.
public struct RenderOptions: Sendable {
  /// Widest line that is ever written [columns].
  public static let widthMaximum = 96

  /// Columns to fill at most.
  public var width: Int
  public var paint: Paint
  /// Every figure with its interval, after the tables.
  public var isVerbose: Bool
  /// Draws the charts of a page; nil: its tables have to do.
  public var chartRuntime: ChartRuntime?

  public init(width: Int = widthMaximum, isColored: Bool = false, isVerbose: Bool = false) {
    self.width = min(max(width, 40), Self.widthMaximum)
    paint = Paint(isEnabled: isColored)
    self.isVerbose = isVerbose
  }
}
