internal import Experiments

extension Monitor {
  /// Runs an experiment that tells of its progress here and can be stopped from here.
  func run(
    _ experiment: some Experimentable, _ plan: ExperimentPlan,
    store: (any ReplicationStore)? = nil
  ) throws(Failure) -> Comparison {
    do {
      return try Experiment.run(
        experiment, plan: plan, store: store, cancellation: cancellation, progress: progress)
    } catch {
      throw Failure(error)
    }
  }
}
