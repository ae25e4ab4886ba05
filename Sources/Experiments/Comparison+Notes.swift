internal import DiscreteEvent
internal import Foundation
internal import Statistics

/// Least number of observations beyond a quantile, per replication, for its interval to hold.
///
/// - Source: rule of thumb m (1 - p) >= 100 for sectioning [nakayama2014].
private let observationsBeyondMinimum = 100.0

/// Share of an interval's half-width that the sketch's error may have before it is worth a note.
private let sketchErrorShareMaximum = 0.2

extension Comparison {
  /// What a reader must know before believing the differences and intervals.
  static func notes(
    on differences: [Difference], of points: [DesignPointResult], replications: Int,
    requested: Int
  ) -> [String] {
    var notes: [String] = []
    if replications < requested {
      notes.append("incomplete: \(replications) of \(requested) replications")
    }
    if replications == 1 {
      notes.append("one replication: no intervals and nothing is separated")
    }
    let backfired = differences.filter(\.paired.commonRandomNumbersBackfired)
    if !backfired.isEmpty {
      let named = backfired.map { difference in
        let factor = String(format: "%.2f", difference.paired.varianceReductionFactor!)
        return "\(points[difference.point].name) \(difference.definition.name) (\(factor))"
      }
      notes.append(
        "common random numbers did not reduce the variance (factor below 1): "
          + named.joined(separator: ", "))
    }
    notes += sparse(points)
    notes += outlying(points)
    let coarse = differences.filter { difference in
      guard difference.definition.source.isQuantile, let interval = difference.interval,
        let point = points[difference.point].response(difference.definition.name)?.estimate?.point
      else { return false }
      return QuantileSketch.relativeError * point > sketchErrorShareMaximum * interval.halfWidth
    }
    if !coarse.isEmpty {
      notes.append(
        "quantiles are read to ±0.5 %, more than a fifth of the interval: "
          + coarse.map { "\(points[$0.point].name) \($0.definition.name)" }
          .joined(separator: ", "))
    }
    return notes
  }

  /// How differences were judged, where it is not by pairs alone.
  static func notes(on differences: [Difference], _ plan: ExperimentPlan) -> [String] {
    guard plan.baseline != nil, !differences.isEmpty else { return [] }
    if !plan.isPaired {
      return ["every strategy had customers and luck of its own: differences by Welch's interval"]
    }
    guard !plan.controls.isEmpty else { return [] }
    let names = plan.controls.map(\.response).joined(separator: ", ")
    let explained = differences.compactMap(\.controlled?.explained)
    guard let low = explained.min(), let high = explained.max() else {
      return [
        "control variates (\(names)) were not used: they need \(ControlVariates.replicationsPerControl)"
          + " replications each, and a figure that varies in every replication"
      ]
    }
    func share(_ x: Double) -> String { String(format: "%.0f %%", 100 * max(0, x)) }
    return [
      "control variates (\(names)) explain \(share(low)) to \(share(high)) of the variance of"
        + " differences"
    ]
  }

  /// Primary responses with a replication far off the others.
  private static func outlying(_ points: [DesignPointResult]) -> [String] {
    let named = points.flatMap { point in
      point.responses.compactMap { response -> String? in
        guard response.definition.isPrimary, let estimate = response.estimate,
          let outlier = Outlier(in: estimate.deviations)
        else { return nil }
        return "\(point.name) \(response.definition.name) (replication \(outlier.replication + 1))"
      }
    }
    guard !named.isEmpty else { return [] }
    return [
      "heavy tail: one replication is so far from the others that the interval may be too narrow: "
        + named.joined(separator: ", ")
    ]
  }

  /// Quantiles with too few observations beyond them: one note for all strategies alike.
  private static func sparse(_ points: [DesignPointResult]) -> [String] {
    var names: [String] = []
    var strategies: [String: [String]] = [:]
    for point in points {
      for response in point.responses
      where response.estimate != nil
        && (response.observationsBeyond ?? .infinity) < observationsBeyondMinimum
      {
        let name = response.definition.name
        if strategies[name] == nil { names.append(name) }
        strategies[name, default: []].append(point.name)
      }
    }
    guard !names.isEmpty else { return [] }
    let listed = names.map { name in
      let of = strategies[name]!
      return of.count == points.count ? name : "\(name) (\(of.joined(separator: ", ")))"
    }
    return [
      "fewer than 100 observations beyond the quantile in a replication, so that intervals are rough: "
        + listed.joined(separator: ", ")
    ]
  }
}

extension ResponseDefinition.Source {
  var isQuantile: Bool {
    if case .quantile = self { true } else { false }
  }
}
