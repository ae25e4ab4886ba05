/// The scripts that draw charts: vega, vega-lite and vega-embed in one text, as installed.
public struct ChartRuntime: Sendable, Hashable {
  public var source: String
  /// Its license, which goes into every page that holds it.
  public var license: String

  public init(source: String, license: String) {
    self.source = source
    self.license = license
  }

  /// How to install it.
  public static let package = "django-js-lib-vega-embed==6.29.0.3"
  public static let hint =
    "The charts need a script that is not installed here: python3 -m venv .venv && .venv/bin/pip install \(package), then make the report again. All figures are in the tables."
}
