import Foundation
import Testing

/// Files that no planner writes on purpose.
@Suite struct HostileFilesTests {
  @Test func `what is no file or no text is refused at once`() throws {
    try withFolder { folder in
      let noise = folder + "/noise.yaml"
      var state: UInt64 = 42
      let bytes = (0..<100_000).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      try Data(bytes).write(to: URL(filePath: noise))
      #expect(Terminal().run("validate", noise) == 65)
      #expect(Terminal().run("validate", "/dev/null") == 66)
      #expect(Terminal().run("validate", "/dev/zero") == 66)
      #expect(Terminal().run("validate", folder) == 66)
      #expect(Terminal().run("validate", folder + "/none.yaml") == 66)
      #expect(Terminal().run("validate", noise + "/none.yaml") == 66)
      #expect(Terminal().run("validate", "") == 66)
    }
  }

  @Test(.disabled(if: getuid() == 0, "the superuser may read everything"))
  func `a file that may not be read is refused`() throws {
    try withFolder { folder in
      let file = folder + "/secret.yaml"
      try scenario().write(toFile: file, atomically: true, encoding: .utf8)
      chmod(file, 0)
      let terminal = Terminal()
      #expect(terminal.run("validate", file) == 66)
      #expect(terminal.errors.contains("cannot be read [unreadable-file]"))
    }
  }

  @Test func `a file of a hundred megabytes is refused unread`() throws {
    try withFolder { folder in
      let file = folder + "/huge.yaml"
      try Data().write(to: URL(filePath: file))
      truncate(file, 100_000_000)
      let terminal = Terminal()
      #expect(terminal.run("validate", file) == 65)
      #expect(terminal.errors.contains("95 MiB; at most 16 MiB are read [too-large]"))
    }
  }

  private static let traps = [
    "lists": String(repeating: "[", count: 1_000_000),
    "mappings": String(repeating: "{a: ", count: 200_000),
    "items": String(repeating: "- ", count: 500_000),
    "keys": String(repeating: "? ", count: 200_000),
    "spaces": String(repeating: " ", count: 1_000_000) + "a",
    "escapes": "a: \"" + String(repeating: "\\u0041", count: 200_000),
    "an anchor within itself": "a: &a [*a]", "no anchor": "a: *b",
    "one key often": String(repeating: "a: &a b\n", count: 20_000),
    "a long word": String(repeating: "k", count: 2_000_000),
    "merges": "<<: {<<: {<<: {}}}", "a mapping as key": "? {a: b}\n: c",
  ]

  @Test(arguments: traps.keys.sorted())
  func `texts that readers fall over are refused`(name: String) throws {
    try withFolder { folder in
      let file = folder + "/scenario.yaml"
      try Self.traps[name]!.write(toFile: file, atomically: true, encoding: .utf8)
      let terminal = Terminal()
      #expect(terminal.run("validate", file) == 65)
      #expect(terminal.errors.utf8.count < 100_000)
    }
  }

  @Test func `a table of a million zones is refused with its count`() throws {
    try withFolder { folder in
      var table = "name,x,y\n"
      for index in 0..<1_000_000 { table += "Z\(index),\(index % 1000) km,\(index / 1000) km\n" }
      try table.write(toFile: folder + "/zones.csv", atomically: true, encoding: .utf8)
      let text = scenario(
        ("    zones:\n", "    zones: {table: zones.csv}\n"),
        ("    - {name: north, x: 0 km, y: 10 km}\n", ""),
        ("    - {name: south, x: 0 km, y: 0 km, weight: 2}\n", ""), ("  \n", ""))
      try text.write(toFile: folder + "/scenario.yaml", atomically: true, encoding: .utf8)
      let terminal = Terminal()
      #expect(terminal.run("validate", folder) == 65)
      #expect(terminal.errors.contains("1,000,000 zones; at most 100,000 [too-large]"))
    }
  }
}
