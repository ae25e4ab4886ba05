internal import Foundation
public import Reports

/// Where the scripts that draw charts are, if they are installed.
///
/// They come with a Python package and are read where it was installed: nothing of it is part of ploy.
/// Looked for in this order: the file that PLOY_CHART_RUNTIME names; `.venv` beside the current
/// folder and its parents, and beside the program and its parents; an active virtual environment;
/// the user's and the system's packages.
public enum InstalledRuntime {
  /// Variable of the environment that names the script itself.
  public static let variable = "PLOY_CHART_RUNTIME"
  private static let script = "js_lib_vega_embed/static/js_lib_vega_embed/vega-embed-full.js"
  private static let license =
    "Vega, Vega-Lite and Vega-Embed: Copyright (c) 2013-2025 University of Washington Interactive Data Lab and Vega contributors. BSD-3-Clause: redistribution and use in source and binary forms, with or without modification, are permitted provided that the copyright notice, the conditions and the disclaimer of the license are kept; the software is provided as is, without any warranty."

  public static func find() -> ChartRuntime? {
    find(
      environment: ProcessInfo.processInfo.environment,
      folder: FileManager.default.currentDirectoryPath, program: Bundle.main.executablePath)
  }

  static func find(environment: [String: String], folder: String, program: String?)
    -> ChartRuntime?
  {
    if let path = environment[variable] {
      return path.isEmpty ? nil : read(path)
    }
    for root in roots(environment, folder, program) {
      for packages in sitePackages(of: root) {
        if let found = read("\(packages)/\(script)") { return found }
      }
    }
    return nil
  }

  /// The Python of the same environments, for vl-convert; the first that is there.
  static func python() -> String? {
    roots(
      ProcessInfo.processInfo.environment, FileManager.default.currentDirectoryPath,
      Bundle.main.executablePath
    ).map { $0 + "/bin/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Prefixes under which Python packages may be, the nearest first.
  private static func roots(
    _ environment: [String: String], _ folder: String, _ program: String?
  ) -> [String] {
    var roots = [folder, program ?? ""].filter { !$0.isEmpty }.flatMap(parents).map {
      $0 + "/.venv"
    }
    if let active = environment["VIRTUAL_ENV"] { roots.append(active) }
    if let home = environment["HOME"] { roots.append(home + "/.local") }
    return roots + ["/usr/local", "/usr"]
  }

  private static func read(_ path: String) -> ChartRuntime? {
    (try? String(contentsOfFile: path, encoding: .utf8)).map {
      ChartRuntime(source: $0, license: license)
    }
  }

  /// The folder itself and the folders it lies in.
  private static func parents(_ path: String) -> [String] {
    var folders: [String] = []
    var url = URL(filePath: path).standardizedFileURL
    while url.path != "/" && folders.count < 32 {
      folders.append(url.path)
      url = url.deletingLastPathComponent()
    }
    return folders
  }

  /// Folders of Python packages under a prefix, the newest Python first.
  private static func sitePackages(of root: String) -> [String] {
    let library = root + "/lib"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: library)) ?? []
    let pythons = names.filter { $0.hasPrefix("python3") }.sorted {
      $0.compare($1, options: .numeric) == .orderedDescending
    }
    return pythons.flatMap {
      ["\(library)/\($0)/site-packages", "\(library)/\($0)/dist-packages"]
    }
  }
}
