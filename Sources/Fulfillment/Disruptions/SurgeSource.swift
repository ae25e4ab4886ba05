internal import ScenarioFile
internal import RandomVariates

/// Orders of another source, kept only during a surge, or thinned during a slump.
struct SurgeSource: OrderSourceDefinition {
  let inner: any OrderSourceDefinition
  let law: IncidentLaw
  /// Share of the orders during an incident and outside that are kept.
  let inside: Double
  let outside: Double
  let purpose: Purpose

  func makeSource(index: Int, run: RunSeed) -> OrderSource {
    SurgeStream(self, inner.makeSource(index: index, run: run), run)
  }
}

private final class SurgeStream: OrderSource {
  private let source: SurgeSource
  private let inner: OrderSource
  private let closures: Closures
  private let run: RunSeed
  private var stream: RandomStream

  init(_ source: SurgeSource, _ inner: OrderSource, _ run: RunSeed) {
    self.source = source
    self.inner = inner
    self.run = run
    stream = RandomStream(run.generator)
    closures = Closures(source.law.incidents(run))
    super.init()
    settle()
  }

  /// Goes on to the next order that is kept.
  private func settle() {
    while inner.epoch < .max, !isKept() { inner.advance() }
    epoch = inner.epoch
    number = inner.number
  }

  private func isKept() -> Bool {
    let share = closures.open(at: inner.epoch).from > inner.epoch ? source.inside : source.outside
    if share >= 1 { return true }
    if share <= 0 { return false }
    stream.seat(
      seed: run.seed, purpose: source.purpose, replication: run.replication, entity: inner.number)
    return stream.uniform() < share
  }

  override func advance() {
    inner.advance()
    settle()
  }

  override func describe(_ draft: inout OrderDraft) { inner.describe(&draft) }
}

extension MarketModel {
  /// The streams of a source with what disruptions do to its orders: thinned where they are fewer, and
  /// further streams of the same kind where they are more.
  ///
  /// - Returns: The streams in place of the source's own, and further ones, which come after those of all
  ///   sources so that no order's number moves.
  func disrupted(
    _ streams: [any OrderSourceDefinition], of kind: any DemandKind, in context: DemandContext,
    by disruptions: [(law: IncidentLaw, demand: DemandFactor)]
  ) -> (streams: [any OrderSourceDefinition], further: [any OrderSourceDefinition]) {
    var streams = streams
    var further: [any OrderSourceDefinition] = []
    for (law, demand) in disruptions
    where demand.sources.isEmpty || demand.sources.contains(where: { $0.value == context.name }) {
      let purpose = Purpose("disruption.\(law.name).thinning")
      if demand.factor < 1 {
        streams = streams.map {
          SurgeSource(
            inner: $0, law: law, inside: demand.factor, outside: 1, purpose: purpose)
        }
      } else if demand.factor > 1 {
        var more = context
        more.name = "\(context.name).\(law.name)"
        more.scale *= demand.factor - 1
        further += kind.sources(in: more).map {
          SurgeSource(inner: $0, law: law, inside: 1, outside: 0, purpose: purpose)
        }
      }
    }
    return (streams, further)
  }
}
