import Foundation
import Testing
import Workbench

@testable import ploy

/// Studies in files: told, handed on, run again and compared.
@Suite struct StoredStudyTests {
  /// Runs the small scenario into a study in its folder.
  private func study(_ folder: Folder, _ name: String = "study", seed: Int = 7) throws -> String {
    let path = folder.path + "/\(name).sqlite"
    var request = RunRequest(scenario: folder.path, replications: 3, seed: UInt64(seed))
    request.study = StudyTarget(path: path)
    _ = try UseCases.standard.compare(request, Monitor())
    return path
  }

  private func output(_ arguments: String...) -> String {
    let terminal = Terminal()
    #expect(terminal.run(arguments) == 0, "\(terminal.errors)")
    return terminal.output
  }

  /// Values of one KPI by replication.
  private func values(_ kpi: String, _ csv: String) -> [Double] {
    csv.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return fields[3] == kpi ? Double(fields[4]) : nil
    }
  }

  @Test func `a table has one row per replication and figure`() throws {
    let folder = try Folder(SmallScenario.text)
    let csv = output("export", try study(folder))
    let lines = csv.split(separator: "\n")
    #expect(lines[0] == "study,strategy,replication,metric,value,unit")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("small,own,") })
    #expect(Set(lines).count == lines.count)
    let (orders, costs) = (
      values("orders_delivered", csv), values("cost_to_serve_per_order", csv)
    )
    // Four servers at 20 USD/h for three days, whoever orders.
    #expect(orders.count == 3 && costs.count == 3 && Set(orders).count > 1)
    for (orders, cost) in zip(orders, costs) { #expect(abs(orders * cost - 5760) < 0.001) }
    #expect(values("transfer.merchandise", csv) == [20, 20, 20])
    #expect(lines.contains("small,own,2,transfer.referral_fee,1.2,USD"))
  }

  @Test func `JSON and text of a study are those of the run`() throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    let json = output("export", path, "--format", "json")
    #expect(json == output("show", path, "--format", "json"))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let orders = values("orders_delivered", output("export", path))
    let strategies = object?["strategies"] as? [[String: Any]]
    let kpis = strategies?.first?["kpis"] as? [String: [String: Any]]
    let mean = try #require(kpis?["orders_delivered"]?["mean"] as? Double)
    #expect(abs(mean - orders.reduce(0, +) / 3) < 1e-9)
    #expect(object?["replications"] as? Int == 3 && object?["seed"] as? Int == 7)
  }

  @Test func `the columns of Parquet hold the values of the table`() throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    let file = folder.path + "/study.parquet"
    #expect(output("export", path, "-o", file, "-q") == "")
    let bytes = try Data(contentsOf: URL(filePath: file))
    let mark = Data("PAR1".utf8)
    #expect(bytes.prefix(4) == mark && bytes.suffix(4) == mark)
    let length = bytes.dropLast(4).suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect((100..<2000).contains(length))
    let rows = output("export", path).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    var column = Data()
    for row in rows {
      withUnsafeBytes(of: try #require(Double(row[4])).bitPattern.littleEndian) { column += $0 }
    }
    #expect(bytes.range(of: column) != nil)
    let terminal = Terminal()
    #expect(terminal.run("export", path, "--format", "parquet") == 64)
    #expect(terminal.errors.contains("parquet is not text; name a file with --output"))
  }

  @Test func `a study is made again from its own files`() throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    try FileManager.default.removeItem(atPath: folder.path + "/scenario.yaml")
    for threads in ["1", "2"] {
      #expect(
        output("reproduce", path, "--threads", threads, "-q").contains(
          "✓ 3 runs made again, all with the same events and the same figures"))
    }
    #expect(output("reproduce", path, "-r", "2", "-q").contains("✓ 2 runs made again"))
  }

  @Test func `what does not come out again is named`() throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    // As if the runs had been made with another seed.
    var bytes = try Data(contentsOf: URL(filePath: path))
    let seed = try #require(bytes.range(of: Data("request.seed7".utf8)))
    bytes[seed.upperBound - 1] = UInt8(ascii: "8")
    try bytes.write(to: URL(filePath: path))
    let terminal = Terminal()
    #expect(terminal.run("reproduce", path, "-q") == 1, "\(terminal.errors)")
    #expect(terminal.output.contains("✗ own, replication 2: something else happened"))
    #expect(terminal.output.contains("✗ 3 of 3 runs differ"))
  }

  @Test func `two studies are the same, or their differences are told`() throws {
    let folder = try Folder(SmallScenario.text)
    let first = try study(folder, "first")
    let again = try study(folder, "again")
    #expect(output("diff", first, again).hasPrefix("✓ the same question and the same results"))
    let other = try study(folder, "other", seed: 8)
    let seeds = Terminal()
    #expect(seeds.run("diff", first, other) == 1)
    #expect(seeds.output.contains("  seed: 7 → 8\n") && !seeds.output.contains("changed"))
    let dear = try Folder(
      SmallScenario.text.replacingOccurrences(of: "wage: 20", with: "wage: 40"))
    let costs = Terminal()
    #expect(costs.run("diff", first, try study(dear)) == 1)
    #expect(costs.output.contains("  scenario.yaml: changed\n"))
    #expect(costs.output.contains("wage: 40 USD/h"))
    // Twice the wage, the same orders.
    let line = costs.output.split(separator: "\n").first { $0.contains("cost.labor_idle") }
    #expect(line?.hasSuffix("(+100.00%)") == true, "\(costs.output)")
    #expect(!costs.output.contains("orders_delivered"))
  }

  @Test(arguments: ["show", "export", "reproduce", "diff"])
  func `what is no study is refused with what it is`(command: String) throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    let bytes = try Data(contentsOf: URL(filePath: path))
    func code(_ file: String) -> (Int32, String) {
      let terminal = Terminal()
      let code = terminal.run(command == "diff" ? [command, path, file] : [command, file, "-q"])
      #expect(terminal.output == "")
      return (code, terminal.errors)
    }
    let bad = folder.path + "/bad.sqlite"
    #expect(code(bad).0 == 66)
    try Data("name: small\n".utf8).write(to: URL(filePath: bad))
    #expect(code(bad) == (65, "error: \(bad): not a study: it is not a SQLite file\n"))
    try Data().write(to: URL(filePath: bad))
    #expect(code(bad) == (65, "error: \(bad): not a study: it is empty\n"))
    for size in [bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(size).write(to: URL(filePath: bad))
      let (status, message) = code(bad)
      #expect(status == 65 && message.hasPrefix("error: \(bad): damaged: "), "\(message)")
    }
  }

  @Test(arguments: ["csv", "json", "parquet"])
  func `where nothing can be written nothing is`(format: String) throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    let terminal = Terminal()
    let file = folder.path + "/none/out"
    #expect(terminal.run("export", path, "--format", format, "-o", file) == 73)
    #expect(terminal.errors.hasPrefix("error: cannot write \(file): "))
  }

  @Test func `a study is not written over, nor gone on with as another`() throws {
    let folder = try Folder(SmallScenario.text)
    let path = try study(folder)
    let before = try Data(contentsOf: URL(filePath: path))
    var request = RunRequest(scenario: folder.path, replications: 3, seed: 8)
    for (resumes, text) in [
      (false, "is a study already, with 3 runs"), (true, "seed: the study has 7, asked for is 8"),
    ] {
      request.study = StudyTarget(path: path, resumes: resumes)
      do {
        _ = try UseCases.standard.compare(request, Monitor())
        Issue.record("written over")
      } catch {
        #expect(error.exitStatus == .usage)
        #expect(error.text(isColored: false, columns: 96).contains(text))
      }
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }
}
