internal import Foundation

/// A scenario to mutate: its text, and the folder that its tables are relative to.
public struct SourceText: Sendable {
  public var name: String
  public var folder: String
  public var text: String

  public init(name: String, folder: String, text: String) {
    (self.name, self.folder, self.text) = (name, folder, text)
  }
}

/// The scenarios that come with ploy, and every preset as the only strategy of a small market.
public enum Corpus {
  /// - Parameter root: The folder of the package.
  public static func load(root: String) throws -> [SourceText] {
    let manager = FileManager.default
    var sources: [SourceText] = []
    let scenarios = root + "/Scenarios"
    for name in try manager.contentsOfDirectory(atPath: scenarios).sorted() {
      let file = "\(scenarios)/\(name)/scenario.yaml"
      guard manager.fileExists(atPath: file) else { continue }
      let text = try String(contentsOfFile: file, encoding: .utf8)
      sources += split(SourceText(name: name, folder: "\(scenarios)/\(name)", text: text))
    }
    let starter = root + "/Sources/Workbench/Starter"
    let text = try String(contentsOfFile: starter + "/scenario.yaml", encoding: .utf8)
    sources.append(SourceText(name: "starter", folder: starter, text: text))
    let presets = root + "/Sources/Fulfillment/Presets"
    for name in try manager.contentsOfDirectory(atPath: presets).sorted() {
      let strategy = try String(contentsOfFile: "\(presets)/\(name)", encoding: .utf8)
      sources.append(SourceText(name: name, folder: starter, text: market + indented(strategy)))
    }
    return sources
  }

  /// One text per strategy: the whole of a large scenario would take most of the time of a campaign.
  private static func split(_ source: SourceText) -> [SourceText] {
    let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "strategies:") else { return [source] }
    let heads = lines.indices.filter { index in
      index > start && lines[index].hasPrefix("  ") && !lines[index].hasPrefix("   ")
        && !lines[index].hasPrefix("  #")
    }
    guard heads.count > 1 else { return [source] }
    return heads.enumerated().map { rank, head in
      let end = rank + 1 < heads.count ? heads[rank + 1] : lines.count
      let name = lines[head].dropFirst(2).prefix { $0 != ":" }
      let kept = lines[...start].map {
        $0.hasPrefix("  baseline:") ? "  baseline: \(name)" : String($0)
      }
      let text = (kept + lines[head..<end].map(String.init)).joined(separator: "\n") + "\n"
      return SourceText(name: "\(source.name).\(name)", folder: source.folder, text: text)
    }
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "    \($0)\n" }.joined()
  }

  private static let market = """
    name: preset
    experiment: {window: 3 d, drain: 30 d, replications: 2}
    market:
      time_zone: America/Chicago
      zones:
        - {name: Chicago, latitude: 41.88, longitude: -87.63, weight: 3, area: 600 km2}
        - {name: Dallas, latitude: 32.78, longitude: -96.8, weight: 2, area: 900 km2}
        - {name: Denver, latitude: 39.74, longitude: -104.99, time_zone: America/Denver}
      sellers:
        shop: {count: 3, places: [{name: home, latitude: 41.9, longitude: -87.7}], skus: 8}
      demand:
        web: {kind: shelf, seller: shop, rate: 120 orders/day, lines: "geometric(mean: 1.3)"}
        live: {kind: livestream, seller: shop, days: fri, viewers: 200}
    strategies:
      preset:

    """
}
