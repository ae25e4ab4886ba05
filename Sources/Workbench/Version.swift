/// The version of ploy. Results are a function of (scenario, seed, replication, version).
public enum Version {
  public static let current = "0.1.0"
}
