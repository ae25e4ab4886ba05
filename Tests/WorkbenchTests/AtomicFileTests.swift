import Foundation
import Testing
import Workbench

@Suite struct AtomicFileTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "ploy-\(UUID())").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  @Test func `a file is written as a whole and nothing else is left`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/out.json"
    try AtomicFile.write("old", to: path)
    let long = String(repeating: "ünïcode\n", count: 100_000)
    try AtomicFile.write(long, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == long)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out.json"])
  }

  @Test func `a replaced file keeps its permissions and a link stays a link`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/out"
    let link = folder + "/link"
    try AtomicFile.write("old", to: path)
    chmod(path, 0o640)
    symlink(path, link)
    try AtomicFile.write("new", to: link)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
    var status = stat()
    lstat(link, &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    lstat(path, &status)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func `what is not a regular file is written to, not replaced`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write("gone", to: "/dev/null")
    var status = stat()
    stat("/dev/null", &status)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func `where nothing can be written the failure says why and ends with 73`() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, reason) in [
      (folder, "it is a folder"), (folder + "/none/out", "No such file or directory"),
    ] {
      do throws(Failure) {
        try AtomicFile.write("x", to: path)
        Issue.record("wrote \(path)")
      } catch {
        #expect(error.exitStatus == .cannotWrite)
        #expect(
          error.text(isColored: false, columns: 96) == "error: cannot write \(path): \(reason)")
      }
    }
  }
}
