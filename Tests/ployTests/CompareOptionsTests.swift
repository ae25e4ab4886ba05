import Testing

@testable import ploy

/// Ways to compare that really run, on a small scenario with two strategies.
@Suite struct CompareOptionsTests {
  private func compare(_ options: String...) throws -> (status: Int32, Terminal) {
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
    let terminal = Terminal()
    let status = terminal.run(["compare", folder.path, "-q"] + options)
    return (status, terminal)
  }

  @Test func `strategies with luck of their own are compared by Welch's interval`() throws {
    let (status, terminal) = try compare("--independent", "-r", "4")
    #expect(status == 0, "\(terminal.errors)")
    #expect(terminal.output.contains("Welch's interval"))
    let both = try compare("--independent", "--control", "orders_placed=600")
    #expect(both.status == 64)
  }

  @Test func `a control variate needs ten replications, and says what it explains`() throws {
    let few = try compare("--control", "orders_placed=600", "-r", "4")
    #expect(few.1.output.contains("were not used"), "\(few.1.errors)")
    let enough = try compare("--control", "orders_placed=600", "-r", "12")
    #expect(enough.1.output.contains("of the variance of"), "\(enough.1.errors)")
    let unknown = try compare("--control", "nothing=1")
    #expect(unknown.status == 64)
  }

  @Test func `which strategies may be the best stands in JSON and in the long text`() throws {
    let (_, terminal) = try compare("-r", "4", "--format", "json")
    #expect(terminal.output.contains(#""possibly_best""#), "\(terminal.errors)")
    let (_, long) = try compare("-r", "4", "--verbose")
    #expect(long.output.contains("May be the best"))
  }

  @Test func `a warm-up is found, or the run is told to be too short`() throws {
    let (status, terminal) = try compare("--warm-up", "auto", "-r", "4")
    if status == 0 {
      #expect(terminal.output.contains("by MSER-5 on the open orders"))
    } else {
      #expect(status == 64)
      #expect(terminal.errors.contains("run too short"), "\(terminal.errors)")
    }
  }
}
