/// Strategies that come with ploy, by the name scenarios extend them by. To add one: a YAML file in
/// Presets/ and a line here.
public enum Presets {
  public static let all: [(name: String, text: [UInt8])] = [
    ("amazon", PackageResources.amazon_yaml),
    ("cross-border", PackageResources.cross_border_yaml),
    ("dark-store", PackageResources.dark_store_yaml),
    ("hybrid", PackageResources.hybrid_yaml),
    ("marketplace-hub", PackageResources.marketplace_hub_yaml),
    ("platform-fc", PackageResources.platform_fc_yaml),
    ("seller-shipped", PackageResources.seller_shipped_yaml),
  ]

  /// The preset's YAML text, or nil if there is none of this name.
  public static func text(_ name: String) -> String? {
    all.first { $0.name == name }.map { String(decoding: $0.text, as: UTF8.self) }
  }
}

extension Presets {
  /// What the preset's `about:` says.
  public static func about(_ name: String) -> String {
    let line = text(name)?.split(separator: "\n").first { $0.hasPrefix("about: ") }
    return line.map { String($0.dropFirst(7)) } ?? ""
  }
}
