import Foundation
import Testing

/// Where the result goes, when it cannot.
@Suite struct OutputTests {
  @Test func `a place that cannot be written to ends with 73 before anything is run`() throws {
    try withFolder { folder in
      let file = folder + "/scenario.yaml"
      try scenario().write(toFile: file, atomically: true, encoding: .utf8)
      for place in [
        folder, folder + "/none/result.json", file + "/result.json", "/proc/result.json",
      ] {
        let terminal = Terminal()
        #expect(terminal.run("compare", file, "-o", place) == 73)
        #expect(terminal.errors.hasPrefix("error: cannot write \(place): "))
        #expect(terminal.output == "")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["scenario.yaml"])
    }
  }

  @Test func `a full disk ends with 73`() throws {
    try withFolder { folder in
      let file = folder + "/scenario.yaml"
      try scenario().write(toFile: file, atomically: true, encoding: .utf8)
      let terminal = Terminal()
      #expect(terminal.run("compare", file, "-q", "-o", "/dev/full") == 73)
    }
  }

  @Test func `a bad scenario leaves what was there`() throws {
    try withFolder { folder in
      let file = folder + "/scenario.yaml"
      let result = folder + "/result.json"
      try scenario(("seller: shop", "seller: shops"))
        .write(toFile: file, atomically: true, encoding: .utf8)
      try "old".write(toFile: result, atomically: true, encoding: .utf8)
      #expect(Terminal().run("compare", file, "-o", result) == 65)
      #expect(try String(contentsOfFile: result, encoding: .utf8) == "old")
    }
  }

  @Test(arguments: [
    ["compare"], ["validate"], ["compare", "x", "--threads", "none"], ["compare", "x", "-r", "-3"],
    ["compare", "x", "-r", "1e9"], ["validate", "x", "y"], ["compare", "x", "--seed", "-1"],
    ["schema", "x"], ["compare", "x", "--format", "html"], ["run", "x", "--baseline", "y"], ["-x"],
  ])
  func `wrong flags end with 64`(arguments: [String]) {
    let terminal = Terminal()
    let code =
      switch arguments.count {
      case 1: terminal.run(arguments[0])
      case 2: terminal.run(arguments[0], arguments[1])
      case 3: terminal.run(arguments[0], arguments[1], arguments[2])
      default: terminal.run(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(code == 64)
    #expect(terminal.output == "")
  }
}
