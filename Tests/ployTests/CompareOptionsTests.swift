import Reports
import Testing
import Workbench

@testable import ploy

/// Ways to compare that really run, on a small scenario with three strategies.
@Suite struct CompareOptionsTests {
  private func compare(_ change: (inout RunRequest) -> Void) throws -> Summary {
    let three =
      SmallScenario.text + "\n"
        + """
          slow:
            extends: seller-shipped
          slower:
            extends: seller-shipped
            last_mile: {carrier: {kind: parcel_carrier, transit: 200 h}}

        """
    let folder = try Folder(three)
    var request = RunRequest(scenario: folder.path, replications: 4)
    change(&request)
    return try UseCases.standard.compare(request, Monitor())
  }

  @Test func `strategies with luck of their own are compared by Welch's interval`() throws {
    let summary = try compare { $0.isIndependent = true }
    #expect(summary.notes.contains { $0.contains("Welch's interval") })
    #expect(summary.differences.allSatisfy { $0.correlation == nil })
    let orders = summary.strategies.map { $0.mean("orders_placed") }
    #expect(orders[0] != orders[1])
  }

  @Test func `a control has no sense without pairs`() {
    let terminal = Terminal()
    #expect(terminal.run("compare", "x", "--independent", "--control", "orders_placed=600") == 64)
  }

  @Test func `a control variate needs ten replications, and says what it explains`() throws {
    let few = try compare { $0.controls = ["orders_placed": 600] }
    #expect(few.notes.contains { $0.contains("were not used") })
    let enough = try compare {
      $0.controls = ["orders_placed": 600]
      $0.replications = 12
    }
    #expect(enough.notes.contains { $0.contains("of the variance of") })
    #expect(throws: Failure.self) { try compare { $0.controls = ["nothing": 1] } }
  }

  @Test func `which strategies may be the best stands in JSON and in the long text`() throws {
    let summary = try compare { _ in }
    #expect(ReportFormat.json.render(summary, RenderOptions()).contains(#""possibly_best""#))
    let long = ReportFormat.text.render(summary, RenderOptions(isVerbose: true))
    #expect(long.contains("May be the best"))
  }

  @Test func `a warm-up is found, or the run is told to be too short`() throws {
    do {
      let summary = try compare { $0.findsWarmUp = true }
      #expect(summary.notes.contains { $0.contains("by MSER-5 on the open orders") })
    } catch Failure.usage(let message) {
      #expect(message.contains("run too short"))
    }
  }
}
