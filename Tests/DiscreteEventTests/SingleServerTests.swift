import DiscreteEvent
import Foundation
import Testing

@Suite struct SingleServerTests {
  @Test("The mean wait of M/M/1 is rho / (mu - lambda), within four standard errors")
  func meanWait() {
    // 40,000 customers from empty: the start biases the mean by less than a tenth of the standard
    // error.
    var means = Tally()
    for replication in 0..<50 {
      means.add(
        DiscreteEventTests.meanWait(customers: 40_000, replication: UInt64(replication)))
    }
    let z = (means.mean - 4) / (means.variance / 50).squareRoot()
    #expect(abs(z) <= 4)
    // Asymptotic variance of the mean delay: rho (2 + 5 rho - 4 rho^2 + rho^3) / (1 - rho)^4 / n.
    let expected = 0.8 * (2 + 4 - 2.56 + 0.512) / 0.0016 / 40_000
    #expect(means.variance > 0.5 * expected && means.variance < 1.8 * expected)
  }

  @Test("The module's documentation shows this very program")
  func documentation() throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let program = try String(
      contentsOf: here.appending(path: "SingleServerExample.swift"), encoding: .utf8)
    let page = try String(
      contentsOf: here.appending(
        path: "../../Sources/DiscreteEvent/DiscreteEvent.docc/DiscreteEvent.md"), encoding: .utf8)
    #expect(page.contains("```swift\n" + program + "```"))
  }
}
