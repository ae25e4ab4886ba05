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

  @Test(arguments: ["x", "é", "/q", "x/", ".x", "x.", "a/b/", "//"])
  func `a path that leads nowhere ends with 66, however short`(path: String) {
    let terminal = Terminal()
    #expect(terminal.run("compare", path) == 66)
    #expect(terminal.errors.contains("missing-file"))
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

  @Test(.enabled(if: program != nil, "needs the built program"), arguments: [SIGKILL, SIGINT])
  func `a run that is stopped leaves no half-written result`(signal: Int32) throws {
    try withFolder { folder in
      let process = Process()
      process.executableURL = program
      process.arguments = [
        "compare", "\(Package.scenarios)/reference-network", "-q", "-r", "1000000", "-o",
        folder + "/result.json",
      ]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 1)
      #expect(process.isRunning)
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      if signal == SIGKILL {
        #expect(left == [])
      } else {
        // Asked to stop, it reports what is complete, as a whole.
        #expect(process.terminationStatus == 130)
        let files = left.map { folder + "/" + $0 }
        for file in files {
          let text = try String(contentsOfFile: file, encoding: .utf8)
          #expect(text.hasPrefix("{") && text.hasSuffix("}\n"))
        }
        #expect(files.count <= 1)
      }
    }
  }

  @Test(arguments: [
    ["compare"], ["validate"], ["compare", "x", "--threads", "none"], ["compare", "x", "-r", "-3"],
    ["compare", "x", "-r", "1e9"], ["validate", "x", "y"], ["compare", "x", "--seed", "-1"],
    ["schema", "x"], ["compare", "x", "--format", "pdf"], ["run", "x", "--baseline", "y"], ["-x"],
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

/// The program as `swift build` has made it, if it has.
private let program: URL? = ["debug", "release"]
  .map { URL(filePath: "\(Package.root)/.build/\($0)/ploy") }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }
