import Foundation
import Fulfillment
import Testing

@Suite struct ShippedScenariosTests {
  @Test(arguments: try Package.scenarios(in: Package.scenarios))
  func `a scenario that comes with ploy is valid and has nothing odd`(name: String) {
    let terminal = Terminal()
    #expect(terminal.run("validate", "\(Package.scenarios)/\(name)") == 0)
    #expect(terminal.errors == "")
    #expect(terminal.output.hasPrefix("\(name): "))
  }

  @Test func `the scenario to start from is valid and has nothing odd`() throws {
    try withFolder { folder in
      let terminal = Terminal()
      #expect(terminal.run("init", folder) == 0)
      #expect(terminal.run("validate", folder) == 0)
      #expect(terminal.errors == "")
    }
  }

  @Test(arguments: Presets.all.map(\.name))
  func `a preset alone is a strategy`(name: String) throws {
    try withFolder { folder in
      let text = """
        name: preset
        market:
          time_zone: America/Chicago
          zones:
            - {name: Chicago, latitude: 41.88, longitude: -87.63, weight: 3, area: 600 km2}
            - {name: Dallas, latitude: 32.78, longitude: -96.8, weight: 2, area: 900 km2}
            - {name: Denver, latitude: 39.74, longitude: -104.99, time_zone: America/Denver}
          sellers:
            shop: {count: 3, places: [{name: home, latitude: 41.9, longitude: -87.7}], skus: 8}
          demand:
            web: {kind: shelf, seller: shop, rate: 120 orders/day}
        strategies:
          preset: {extends: \(name)}

        """
      try text.write(toFile: folder + "/scenario.yaml", atomically: true, encoding: .utf8)
      let terminal = Terminal()
      #expect(terminal.run("validate", folder) == 0, "\(terminal.errors)")
      #expect(!terminal.errors.contains("unused"))
    }
  }
}
