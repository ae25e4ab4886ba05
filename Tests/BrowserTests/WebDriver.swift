import Foundation

/// A headless Chromium, driven over plain HTTP.
///
/// - Source: W3C WebDriver; `goog:` capabilities of ChromeDriver.
final class WebDriver {
  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  private let driver = Process()
  private let port: Int
  private var session = ""
  private let profile: URL

  /// Whether Debian's chromium and chromium-driver are there.
  static var isInstalled: Bool { path(of: "chromium") != nil && path(of: "chromedriver") != nil }

  static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  init(width: Int = 1280, height: Int = 900) async throws {
    port = Int.random(in: 20_000..<32_000)
    profile = FileManager.default.temporaryDirectory.appending(path: "ploy-browser-\(port)")
    driver.executableURL = URL(filePath: Self.path(of: "chromedriver")!)
    driver.arguments = ["--port=\(port)", "--log-level=OFF"]
    driver.standardOutput = FileHandle.nullDevice
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    for attempt in 0... {
      if let status = try? await call("GET", "/status") as? [String: Any],
        status["ready"] as? Bool == true
      {
        break
      }
      if attempt == 200 {
        kill()
        throw Failed(description: "chromedriver does not answer")
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    let options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--window-size=\(width),\(height)",
        "--user-data-dir=\(profile.path)",
      ]
    ]
    let logs = ["browser": "ALL", "performance": "ALL"]
    let made = try await call(
      "POST", "/session",
      [
        "capabilities": [
          "alwaysMatch": ["goog:chromeOptions": options, "goog:loggingPrefs": logs]
        ]
      ])
    guard let id = (made as? [String: Any])?["sessionId"] as? String else {
      throw Failed(description: "no session: \(made)")
    }
    session = "/session/\(id)"
    try await chromium(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  func close() async {
    _ = try? await call("DELETE", session)
    // The browser has gone with its session; nothing is worth waiting for.
    kill()
    try? FileManager.default.removeItem(at: profile)
  }

  /// It ignores the milder signal when Foundation has started it.
  private func kill() { _ = Foundation.kill(driver.processIdentifier, SIGKILL) }

  /// Opens a page and waits until it says that it is ready.
  ///
  /// - Returns: How long that took [s].
  func open(_ file: URL) async throws -> Double {
    let start = ContinuousClock.now
    _ = try await call("POST", "\(session)/url", ["url": file.absoluteString])
    while true {
      let ready = try await run("return document.documentElement.dataset.ready || ''") as? String
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if ready == "1" { return seconds }
      if seconds > 30 { throw Failed(description: "\(file.path) is never ready") }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// Runs a script in the page and gives what it returns.
  @discardableResult
  func run(_ script: String) async throws -> Any {
    try await call("POST", "\(session)/execute/sync", ["script": script, "args": [Any]()])
  }

  /// Commands of Chromium itself.
  @discardableResult
  func chromium(_ command: String, _ parameters: [String: Any]) async throws -> Any {
    try await call(
      "POST", "\(session)/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// What was logged since it was asked for last: "browser" or "performance".
  func log(_ kind: String) async throws -> [(level: String, message: String)] {
    let entries =
      try await call("POST", "\(session)/se/log", ["type": kind]) as? [[String: Any]] ?? []
    return entries.map { ($0["level"] as? String ?? "", $0["message"] as? String ?? "") }
  }

  /// The page as a PDF.
  func pdf() async throws -> Data {
    guard let text = try await call("POST", "\(session)/print", [String: Any]()) as? String,
      let data = Data(base64Encoded: text)
    else { throw Failed(description: "no PDF") }
    return data
  }

  private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil)
    async throws -> Any
  {
    let data = try LocalHTTP.send(
      method, port: port, path: path,
      body: try body.map { try JSONSerialization.data(withJSONObject: $0) })
    let answer = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let value = answer?["value"] ?? NSNull()
    if let failure = value as? [String: Any], let error = failure["error"] as? String {
      throw Failed(description: "\(error): \(failure["message"] ?? "")")
    }
    return value
  }
}
