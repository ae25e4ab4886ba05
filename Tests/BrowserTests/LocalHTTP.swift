import Foundation

/// Requests to a port of this machine, one connection each.
///
/// Foundation's URLSession refuses ChromeDriver's headers, which have no space after the colon.
enum LocalHTTP {
  struct Failed: Error {}

  /// - Returns: The body of the answer.
  static func send(_ method: String, port: Int, path: String, body: Data?) throws -> Data {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failed() }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failed() }
    var request = Data(
      ("\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nContent-Length: \(body?.count ?? 0)\r\n\r\n").utf8)
    request.append(body ?? Data())
    try write(request, to: descriptor)
    return try answer(from: descriptor)
  }

  private static func write(_ data: Data, to descriptor: Int32) throws {
    var rest = Array(data)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard written > 0 else { throw Failed() }
      rest = rest.dropFirst(written)
    }
  }

  private static func answer(from descriptor: Int32) throws -> Data {
    var received = Data()
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var expected: Int?
    let end = Data("\r\n\r\n".utf8)
    while true {
      if expected == nil, let head = received.range(of: end) {
        let text = String(decoding: received[..<head.lowerBound], as: UTF8.self).lowercased()
        guard
          let line = text.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length:") }
          ),
          let length = Int(line.drop { $0 != ":" }.dropFirst().filter { $0 != " " })
        else { throw Failed() }
        expected = head.upperBound + length
      }
      if let expected, received.count >= expected {
        return received[(received.range(of: end)!.upperBound)..<expected]
      }
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { throw Failed() }
      received.append(contentsOf: chunk[..<count])
    }
  }
}
