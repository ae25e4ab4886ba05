internal import Foundation
internal import Mutations

/// Checks mutated scenarios by the thousand: `swift run -c release fuzz --count 10000`.
///
/// The work is done by a child of the same program, so that a fall or an endless loop costs one seed:
/// it is reported, and the next child goes on behind it. Ends with 1 if there was any.
@main
struct Fuzz {
  var first: UInt64 = 0
  var count: UInt64 = 10_000
  /// Every how many seeds a valid scenario is run too.
  var runEvery: UInt64 = 4
  /// Seconds after which a seed counts as endless.
  var timeout = 30.0
  var root = FileManager.default.currentDirectoryPath
  var isChild = false
  /// Writes the mutant of the first seed there and ends.
  var output: String?

  static func main() throws {
    var fuzz = Fuzz()
    var arguments = CommandLine.arguments.dropFirst()
    func value() -> String { arguments.popFirst() ?? "" }
    while let argument = arguments.popFirst() {
      switch argument {
      case "--from": fuzz.first = UInt64(value()) ?? 0
      case "--count": fuzz.count = UInt64(value()) ?? 0
      case "--run-every": fuzz.runEvery = UInt64(value()) ?? 1
      case "--timeout": fuzz.timeout = Double(value()) ?? 30
      case "--root": fuzz.root = value()
      case "--write": fuzz.output = value()
      case "--child": fuzz.isChild = true
      default:
        print(
          "fuzz [--from SEED] [--count N] [--run-every N] [--timeout SECONDS] [--root FOLDER]"
            + " [--write FILE]")
        exit(argument == "--help" ? 0 : 64)
      }
    }
    let mutator = Mutator(try Corpus.load(root: fuzz.root))
    if let output = fuzz.output {
      let mutant = mutator.mutant(fuzz.first)
      try Data(mutant.bytes).write(to: URL(filePath: output))
      print("\(output): from \(mutant.source.name), tables in \(mutant.source.folder)")
    } else if fuzz.isChild {
      fuzz.work(mutator)
    } else {
      var supervisor = Supervisor(fuzz)
      exit(try supervisor.run() ? 0 : 1)
    }
  }

  /// Checks seed after seed and says of each what became of it.
  private func work(_ mutator: Mutator) {
    // A scenario that eats the machine falls over this instead.
    var limit = rlimit(rlim_cur: 12 << 30, rlim_max: 12 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    for seed in first..<(first + count) {
      let (source, bytes) = mutator.mutant(seed)
      let verdict =
        seed % runEvery == 0
        ? Trial.run(bytes, from: source) : Trial.check(bytes, from: source)
      let line =
        switch verdict {
        case .refused: "\(seed) refused"
        case .valid: "\(seed) valid"
        case .ran: "\(seed) ran"
        case .fault(let text):
          "\(seed) fault \(text.split(separator: "\n").joined(separator: " | "))"
        }
      FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
  }
}
