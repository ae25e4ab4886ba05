/// The values of some responses at many design points.
///
/// Works point by point and keeps numbers only, so that thousands of points fit in memory.
public enum ResponseTable {
  /// - Parameters:
  ///   - replications: Of every point; the same luck for all points.
  ///   - responses: Names; every point has them.
  /// - Returns: By point, then by response, then by replication; nil where nothing was observed, and
  ///   only points that are complete.
  public static func run(
    _ experiment: some Experimentable, replications: Int, responses: [String], threads: Int,
    cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws(ExperimentError) -> (values: [[[Double?]]], throughput: Throughput) {
    let names = experiment.designPoints
    let batch = Batch(experiment: experiment, threads: threads, cancellation: cancellation)
    let tally = Tally()
    let total = names.count * replications
    var table: [[[Double?]]] = []
    let chunk = max(1, 256 / replications)
    for start in stride(from: 0, to: names.count, by: chunk) {
      let points = start..<min(start + chunk, names.count)
      let items = points.flatMap { point in
        (0..<replications).map { WorkItem(point: point, replication: $0) }
      }
      let results = try batch.run(items) { item, result in
        let counts = tally.add(result)
        progress(
          ExperimentProgress(
            completed: counts.completed, total: total, designPoint: names[item.point],
            replication: item.replication + 1, replications: replications,
            entities: counts.entities, events: counts.events, elapsed: tally.elapsed))
      }
      for (offset, point) in points.enumerated() {
        guard results.count >= (offset + 1) * replications else { break }
        let own = results[offset * replications..<(offset + 1) * replications]
        let definitions = experiment.responses(of: point)
        table.append(
          responses.map { name in
            let source = definitions.first { $0.name == name }?.source
            return own.map { result in source.flatMap { result.value(of: $0) } }
          })
      }
      if results.count < items.count { break }
    }
    return (table, tally.throughput(threads: threads))
  }
}
