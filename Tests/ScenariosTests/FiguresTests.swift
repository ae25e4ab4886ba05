import Foundation
import Testing

/// What the READMEs of scenarios say must be what ploy prints. Figures are means over a few replications,
/// with room for what other machines' libm does to them.
@Suite struct FiguresTests {
  struct Answer: Sendable {
    let scenario: String
    let strategy: String
    let kpi: String
    let range: ClosedRange<Double>
  }

  static let answers = [
    Answer(
      scenario: "amazon-live", strategy: "amazon", kpi: "click_to_door_hours.mean", range: 38...50),
    Answer(
      scenario: "amazon-live", strategy: "seller-shipped", kpi: "cost_to_serve_per_order",
      range: 10.5...12),
    Answer(
      scenario: "amazon-live", strategy: "amazon", kpi: "conversion_rate", range: 0.974...0.982),
    Answer(
      scenario: "amazon-live", strategy: "seller-shipped", kpi: "conversion_rate",
      range: 0.928...0.938),
    Answer(
      scenario: "teleshopping-1995", strategy: "warehouse-1995", kpi: "click_to_door_hours.mean",
      range: 165...195),
    Answer(
      scenario: "teleshopping-1995", strategy: "amazon", kpi: "click_to_door_hours.mean",
      range: 35...43),
    Answer(
      scenario: "viral-video", strategy: "at-home", kpi: "cancel_rate", range: 0.74...0.8),
    Answer(
      scenario: "viral-video", strategy: "friends-help", kpi: "cancel_rate", range: 0.13...0.19),
    Answer(
      scenario: "viral-video", strategy: "platform-fc", kpi: "return_rate", range: 0.27...0.295),
    Answer(
      scenario: "viral-video", strategy: "friends-help", kpi: "click_to_door_hours.p50",
      range: 220...260),
    Answer(
      scenario: "viral-video", strategy: "at-home", kpi: "channel.video.orders_placed",
      range: 40_500...43_500),
    Answer(
      scenario: "viral-video", strategy: "platform-fc-listed", kpi: "orders_sold_out",
      range: 29_000...34_000),
  ]

  #if !DEBUG
    @Test(arguments: ["amazon-live", "teleshopping-1995", "viral-video"])
    func `a scenario answers what its README says`(scenario: String) throws {
      let terminal = Terminal()
      let code = terminal.run(
        "compare", "\(Package.scenarios)/\(scenario)", "-q", "--format", "json", "--replications",
        "2")
      #expect(code == 0)
      let document = try #require(
        JSONSerialization.jsonObject(with: Data(terminal.output.utf8)) as? [String: Any])
      let strategies = try #require(document["strategies"] as? [[String: Any]])
      for answer in Self.answers where answer.scenario == scenario {
        let strategy = try #require(
          strategies.first { $0["name"] as? String == answer.strategy })
        let kpis = try #require(strategy["kpis"] as? [String: [String: Any]])
        let value = try #require(kpis[answer.kpi]?["mean"] as? Double, "\(answer.kpi)")
        #expect(answer.range.contains(value), "\(answer.strategy) \(answer.kpi): \(value)")
      }
    }
  #endif
}
