internal import Foundation
internal import Store

/// Tells studies in files from scenarios, where a command takes either.
public enum StudyPath {
  public static func isStudy(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    let beginning = StudyFormat.beginning
    return (try? handle.read(upToCount: beginning.count))?.elementsEqual(beginning) ?? false
  }
}
