internal import Foundation

/// A scenario to start from: commented, small, and it runs.
enum Starter {
  static func write(to folder: String) throws(Failure) -> Initialized {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
      let content = (try? manager.contentsOfDirectory(atPath: folder)) ?? ["?"]
      guard isFolder.boolValue, content.isEmpty else {
        throw .cannotWrite(path: folder, reason: "it exists and is not an empty folder")
      }
    } else {
      do {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw .cannotWrite(path: folder, reason: error.localizedDescription)
      }
    }
    var files: [String] = []
    for (name, bytes) in contents {
      let path = URL(filePath: folder).appending(path: name).relativePath
      try AtomicFile.write(String(decoding: bytes, as: UTF8.self), to: path)
      files.append(path)
    }
    return Initialized(files: files, scenario: folder)
  }

  private static let contents: [(String, [UInt8])] = [
    ("scenario.yaml", PackageResources.scenario_yaml),
    ("zones.csv", PackageResources.zones_csv),
  ]
}
