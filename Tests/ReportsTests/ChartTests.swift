import Experiments
import Foundation
import Testing

@testable import Reports

/// Specifications and tables of charts.
@Suite struct ChartTests {
  @Test(arguments: ChartKind.all.map(\.name))
  func `charts of the small study read as agreed`(name: String) throws {
    let kind = try #require(ChartKind.all.first { $0.name == name })
    let charts = kind.make(.small)
    #expect(!charts.isEmpty, "the small study has something for every chart")
    let text = charts.map { chart in
      "# \(chart.id) \(chart.choice ?? "")\n\(chart.alt)\n\(chart.specification.text())\n"
        + chart.tables.map { "\($0.name): \($0.rows.text())\n" }.joined()
    }.joined(separator: "\n")
    try expectGolden(text, "charts/\(name).txt")
  }

  @Test func `names and headings of charts are there and unique`() {
    let kinds = ChartKind.all
    #expect(Set(kinds.map(\.name)).count == kinds.count)
    for kind in kinds {
      #expect(!kind.heading.isEmpty && kind.lead.hasSuffix("."))
      for chart in kind.make(.small) { #expect(chart.alt.hasSuffix("."), "\(chart.id)") }
    }
    let ids = kinds.flatMap { $0.make(.small) }.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a study without distributions, series and maps has fewer charts and no empty ones`() {
    for summary in [Summary.launch, .city] {
      for chart in ChartKind.all.flatMap({ $0.make(summary) }) {
        #expect(chart.tables.allSatisfy { $0.rowCount > 0 }, "\(chart.id)")
      }
    }
  }

  @Test func `estimates of very many replications are thinned, and the last one stays`() throws {
    var summary = Summary.small
    for strategy in summary.strategies.indices {
      for kpi in summary.strategies[strategy].kpis.indices
      where !summary.strategies[strategy].kpis[kpi].course.isEmpty {
        summary.strategies[strategy].kpis[kpi].course = (1...20_000).map {
          CoursePoint(replications: $0, point: 5 + 1 / Double($0), halfWidth: 0.1)
        }
      }
    }
    let chart = try #require(ChartKind.replications.make(summary).first)
    #expect(chart.tables[0].rowCount < 1100)
    let replications = try #require(chart.tables[0].columns.first { $0.name == "replications" })
    guard case .number(let values) = replications.values else { return }
    #expect(values.last == 20_000)
    #expect(chart.tables[0].columns.contains { $0.name == "deviation" })
  }

  @Test func `a column keeps its values through packing`() throws {
    let table = DataTable([
      .text("a", ["x", "y", "x"]), .number("b", [1.23456, nil, .nan], unit: "h", digits: 2),
    ])
    #expect(
      table.packed.compact
        == #"{"columns":[{"codes":[0,1,0],"heading":"a","name":"a","unit":"","words":["x","y"]},{"heading":"b","name":"b","unit":"h","values":[1.23,null,null]}],"name":"table"}"#
    )
    #expect(table.cells(0..<2) == [["x", "1.23"], ["y", "–"]])
  }

  @Test func `a strategy has one color everywhere, and forty look different`() {
    let names = (0..<40).map { "s\($0)" }
    let palette = Palette(names, baseline: "s3")
    #expect(palette.style(of: "s3") == Palette.baseline)
    #expect(Set(palette.styles).count == 40)
  }

  @Test func `outlines are closed rings on the earth, clockwise as Vega wants them`() {
    for outline in [Outline.world, .unitedStates] {
      let rings = outline.encoded.split(separator: "\n").map { outline.points(of: $0) }
      #expect(rings.count > 100)
      for ring in rings {
        #expect(ring.count >= 4)
        #expect(ring.first! == ring.last!)
        #expect(ring.allSatisfy { abs($0.0) <= 180.1 && abs($0.1) <= 90 })
        let area = zip(ring, ring.dropFirst()).reduce(0.0) {
          $0 + $1.0.0 * $1.1.1 - $1.1.0 * $1.0.1
        }
        #expect(area <= 0)
      }
    }
    // Chicago is in Illinois: the ring with the least area around it spans about 4 by 6 degrees.
    let around = Outline.unitedStates.encoded.split(separator: "\n")
      .map { Outline.unitedStates.points(of: $0) }.filter { contains($0, (-88.5, 40.5)) }
    #expect(around.count == 1)
  }

  private func contains(_ ring: [(Double, Double)], _ point: (Double, Double)) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst())
    where (a.1 > point.1) != (b.1 > point.1)
      && point.0 < (b.0 - a.0) * (point.1 - a.1) / (b.1 - a.1) + a.0
    {
      isInside.toggle()
    }
    return isInside
  }
}
