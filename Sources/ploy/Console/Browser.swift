internal import Foundation

/// The user's browser.
enum Browser {
  /// Opens a page and does not wait for it; where there is no browser nothing happens.
  static func open(_ file: String) {
    #if os(macOS)
      let opener = "/usr/bin/open"
    #else
      let opener = "/usr/bin/xdg-open"
    #endif
    guard FileManager.default.isExecutableFile(atPath: opener) else { return }
    let process = Process()
    process.executableURL = URL(filePath: opener)
    process.arguments = [file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
