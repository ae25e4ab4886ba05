internal import Foundation

/// Runs children over all seeds, and notes the seeds that they fell over.
struct Supervisor {
  private let fuzz: Fuzz
  private var counts: [String: Int] = [:]
  private var failures: [String] = []

  init(_ fuzz: Fuzz) { self.fuzz = fuzz }

  /// - Returns: Whether nothing failed.
  mutating func run() throws -> Bool {
    let start = Date()
    var seed = fuzz.first
    let end = fuzz.first + fuzz.count
    while seed < end { seed = try child(from: seed, to: end) }
    let seconds = Int(Date().timeIntervalSince(start))
    let summary = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    print("\(fuzz.count) mutants in \(seconds) s: \(summary.joined(separator: ", "))")
    for failure in failures { print(failure) }
    return failures.isEmpty
  }

  /// Runs one child until it ends, falls or hangs.
  ///
  /// - Returns: The next seed to do.
  private mutating func child(from first: UInt64, to end: UInt64) throws -> UInt64 {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--child", "--from", "\(first)", "--count", "\(end - first)", "--root", fuzz.root,
      "--run-every", "\(fuzz.runEvery)",
    ]
    // Without the long traces, which would fill the pipe.
    process.environment = ["SWIFT_BACKTRACE": "enable=no", "TZ": "UTC"]
    let pipe = Pipe()
    process.standardOutput = pipe
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    var next = first
    var rest = ""
    var isEndless = false
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    while true {
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if Foundation.poll(&poll, 1, Int32(fuzz.timeout * 1000)) == 0 {
        isEndless = true
        kill(process.processIdentifier, SIGKILL)
      }
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      rest += String(decoding: data, as: UTF8.self)
      while let line = rest.firstIndex(of: "\n") {
        next = note(rest[..<line])
        rest.removeSubrange(...line)
      }
    }
    process.waitUntilExit()
    let isClean = process.terminationReason == .exit && process.terminationStatus == 0
    if isClean && next == end { return end }
    let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
    let reason = isEndless ? "no end after \(fuzz.timeout) s" : "fell: \(text.prefix(400))"
    counts[isEndless ? "endless" : "fallen", default: 0] += 1
    failures.append("seed \(next): \(reason)")
    return next + 1
  }

  private mutating func note(_ line: Substring) -> UInt64 {
    let parts = line.split(separator: " ", maxSplits: 2)
    let seed = UInt64(parts[0]) ?? 0
    counts[String(parts[1]), default: 0] += 1
    if parts[1] == "fault" { failures.append("seed \(seed): \(parts[2])") }
    return seed + 1
  }
}
