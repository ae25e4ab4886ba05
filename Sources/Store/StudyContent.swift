public import Experiments

/// What a study is about, all that it takes to run it again.
public struct StudyContent: Sendable, Hashable {
  /// A file that was read for it.
  public struct Input: Sendable, Hashable {
    public var role: String
    public var name: String
    public var sha256: String
    public var bytes: [UInt8]

    public init(role: String, name: String, sha256: String, bytes: [UInt8]) {
      self.role = role
      self.name = name
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// A strategy of a design point, with what is measured there.
  public struct Point: Sendable, Hashable {
    /// What the design sets, such as "pick.servers 50"; empty if nothing.
    public var design: String
    public var strategy: String
    public var responses: [ResponseDefinition]
    public var totals: [TotalPart]

    public init(
      design: String = "", strategy: String, responses: [ResponseDefinition],
      totals: [TotalPart] = []
    ) {
      self.design = design
      self.strategy = strategy
      self.responses = responses
      self.totals = totals
    }
  }

  /// A stretch of the whole numbers that add up over replications.
  public struct TotalPart: Sendable, Hashable {
    public var name: String
    public var unit: String
    public var count: Int

    public init(name: String, unit: String, count: Int) {
      self.name = name
      self.unit = unit
      self.count = count
    }
  }

  /// What was asked for, word by word; a study goes on only with the same words.
  public var request: [String: String]
  /// Facts beside, such as the command and the version.
  public var facts: [String: String]
  /// In the order in which they were read.
  public var inputs: [Input]
  public var points: [Point]

  public init(
    request: [String: String], facts: [String: String], inputs: [Input], points: [Point]
  ) {
    self.request = request
    self.facts = facts
    self.inputs = inputs
    self.points = points
  }
}

/// What runs took, and where.
public struct StudySession: Sendable, Hashable {
  /// Such as the version and the machine.
  public var facts: [String: String]
  public var runs: Int
  public var throughput: Throughput

  public init(facts: [String: String], runs: Int, throughput: Throughput) {
    self.facts = facts
    self.runs = runs
    self.throughput = throughput
  }
}
