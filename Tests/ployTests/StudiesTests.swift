import Foundation
import Testing
import Workbench

@testable import ploy

@Suite struct StudiesTests {
  @Test func `a sweep tells effects, and what cannot be the best`() throws {
    let folder = try Folder(SmallScenario.text)
    let terminal = Terminal()
    #expect(
      terminal.run([
        "sweep", folder.path, "-r", "4", "--kpi", "cost_to_serve_per_order", "-q",
        "--vary", "strategies.own.facilities.fc.pick.servers=2,4",
        "--vary", "strategies.own.facilities.fc.pick.wage=10..20 USD/h",
      ]) == 0, "\(terminal.errors)")
    // Paid by the hour: costs are as 1 to 2 to 2 to 4.
    #expect(terminal.output.contains("full factorial · 4 design points · 4 replications of each"))
    #expect(terminal.output.contains("pick.servers × pick.wage"))
    #expect(
      terminal.output.contains(
        "best is pick.servers 2, pick.wage 10 USD/h; the other 3 are ruled"))
  }

  @Test func `one strategy is studied though gates and targets are about others`() throws {
    let others = """

        other:
          facilities:
            fc:
              kind: fulfillment_center
              sites: [{name: annex, x: 0 km, y: 2 km}]
              pick: {time: 2 min, servers: 4}
          paths: [{from: fc, last_mile: carrier}]
          last_mile: {carrier: {kind: parcel_carrier}}
          sourcing: [{from: fc}]
      gates: [{strategy: other, kpi: sourced_share.annex, value: 2}]
      calibration: [{about: a figure, strategy: other, kpi: sourced_share.annex, published: 1}]
      """
    let folder = try Folder(SmallScenario.text + others)
    let terminal = Terminal()
    #expect(
      terminal.run([
        "sweep", folder.path, "-r", "2", "--strategy", "own", "-q",
        "--vary", "strategies.own.facilities.fc.pick.servers=2,4",
      ]) == 0, "\(terminal.errors)")
  }

  @Test(arguments: ["fraction", "one-at-a-time", "latin", "sobol", "composite"])
  func `every design runs from a scenario`(design: String) throws {
    let folder = try Folder(SmallScenario.text)
    let terminal = Terminal()
    #expect(
      terminal.run([
        "sweep", folder.path, "--design", design, "--points", "8", "-r", "2", "--format", "json",
        "-q", "--vary", "strategies.own.facilities.fc.pick.servers=2..6",
        "--vary", "strategies.own.facilities.fc.pick.time=1..3 min",
      ]) == 0, "\(terminal.errors)")
    let document = try JSONSerialization.jsonObject(with: Data(terminal.output.utf8))
    let object = try #require(document as? [String: Any])
    #expect(object["schema"] as? String == "ploy.sweep/1")
    #expect((object["points"] as? [Any])?.count ?? 0 >= 3)
  }

  @Test(arguments: ["morris", "sobol"])
  func `sensitivity names the parameter that matters`(method: String) throws {
    let folder = try Folder(SmallScenario.text)
    let terminal = Terminal()
    #expect(
      terminal.run([
        "sensitivity", folder.path, "--method", method, "--samples", "4", "-q",
        "--kpi", "cost_to_serve_per_order", "--strategy", "own",
        "--vary", "strategies.own.facilities.fc.pick.wage=5..50 USD/h",
        "--vary", "strategies.own.facilities.fc.pick.time=1..1.2 min",
      ]) == 0, "\(terminal.errors)")
    #expect(
      terminal.output.contains(
        method == "morris" ? "pick.wage changes" : "pick.wage has the"))
  }

  @Test func `an optimization finds the least staff that keeps a limit`() throws {
    let folder = try Folder(SmallScenario.text)
    let arguments = [
      "optimize", folder.path, "--kpi", "cost_to_serve_per_order", "--budget", "300",
      "--final-replications", "10", "-q",
      "--vary", "strategies.own.facilities.fc.pick.servers=1..8", "--subject-to",
    ]
    let terminal = Terminal()
    #expect(terminal.run(arguments + ["hours.queue<=0.01"]) == 0, "\(terminal.errors)")
    // One server is too near to the limit, three cost half as much again.
    #expect(terminal.output.contains("Recommended: pick.servers 2."), "\(terminal.output)")
    #expect(terminal.output.contains("holds with at least 95 % confidence"))
    let hopeless = Terminal()
    #expect(hopeless.run(arguments + ["hours.queue<=-1"]) == 4)
    #expect(hopeless.output.contains("No candidate keeps the limits for sure."))
  }

  @Test(arguments: [
    ("a>=0.9", true, 0.9), ("a <= 48", false, 48), ("a>=95%", true, 0.95),
  ])
  func `a limit is read`(text: String, isAtLeast: Bool, value: Double) {
    #expect(
      OptimizeRequest.Limit(text)
        == OptimizeRequest.Limit(kpi: "a", isAtLeast: isAtLeast, value: value))
    #expect(OptimizeRequest.Limit("a=3") == nil && OptimizeRequest.Limit("<=3") == nil)
  }

  @Test func `results of studies do not depend on the number of threads`() throws {
    let folder = try Folder(SmallScenario.text)
    let outputs = ["1", "3"].map { threads in
      let terminal = Terminal()
      _ = terminal.run([
        "optimize", folder.path, "--kpi", "cost_to_serve_per_order", "--budget", "200",
        "--final-replications", "10", "--candidates", "3", "-q", "--threads", threads,
        "--vary", "strategies.own.facilities.fc.pick.servers=1..8", "--format", "csv",
      ])
      return terminal.output
    }
    #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty)
  }
}
