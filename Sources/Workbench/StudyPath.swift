internal import Foundation

/// Tells studies in files from scenarios, where a command takes either.
public enum StudyPath {
  /// How every SQLite file begins.
  private static let beginning = Array("SQLite format 3\0".utf8)

  public static func isStudy(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: beginning.count))?.elementsEqual(beginning) ?? false
  }
}
