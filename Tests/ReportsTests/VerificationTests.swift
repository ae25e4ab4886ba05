import Reports
import Testing

@Suite struct VerificationTests {
  static let summary: VerificationSummary = {
    var summary = VerificationSummary(version: "0.1.0", seed: 1)
    summary.checks = [
      .init(
        id: "mm1", model: "M/M/1, rho 0.5", quantity: "wait [min]", expected: 1, simulated: 1.012,
        halfWidth: 0.02, z: 1.2),
      .init(
        id: "mm1", model: "M/M/1, rho 0.5", quantity: "utilization", expected: 0.5, simulated: 0.6,
        halfWidth: 0, z: .infinity),
      .init(
        id: "rq", model: "(r, Q)", quantity: "fill rate", expected: 0.9, simulated: 0.899,
        halfWidth: 0.002, z: -1),
    ]
    summary.skipped = [.init(id: "mmck", why: "queues have no limit")]
    summary.orders = 1_200_000
    summary.wallSeconds = 2
    return summary
  }()

  @Test func `the text has a line for every figure and tells what is wrong`() {
    #expect(
      VerificationFormat.text.render(Self.summary) == """
        MODEL           quantity      exact    ploy        ±     z
        M/M/1, rho 0.5  wait [min]   1.0000  1.0120   0.0200  +1.2  ✓
                        utilization  0.5000  0.6000        0    +∞  ✗
        (r, Q)          fill rate    0.9000  0.8990  0.00200  −1.0  ✓

        NOT RUN
        mmck     queues have no limit

        ✗ 1 of 3 figures of 2 models beyond 4 standard errors · 1.20 M orders in 2.00s, seed 1

        """)
  }

  @Test func `the JSON names its schema, and infinite deviations are null`() {
    let text = VerificationFormat.json.render(Self.summary)
    #expect(text.contains(#""schema": "ploy.verify/1""#))
    #expect(
      text.contains(
        #"{"expected": 0.5, "half_width": 0, "id": "mm1", "model": "M/M/1, rho 0.5", "pass": false, "quantity": "utilization", "simulated": 0.6, "z": null}"#
      ))
    #expect(text.contains(#"{"id": "mmck", "why": "queues have no limit"}"#))
  }

  @Test func `the short table has one row for each model that stands for others, and failures`() {
    var summary = Self.summary
    summary.headlines = ["mm1"]
    #expect(
      VerificationFormat.markdown.render(summary) == """
        | model | quantity | exact | ploy | z |
        |---|---|---:|---:|---:|
        | M/M/1, rho 0.5 | wait [min] | 1.0000 | 1.0120 ± 0.0200 | +1.2 |
        | M/M/1, rho 0.5 | utilization | 0.5000 | 0.6000 ± 0 | +∞ ✗ |

        ✗ 1 of 3 figures of 2 models beyond 4 standard errors · 1.20 M orders in 2.00s, seed 1

        """)
  }
}
