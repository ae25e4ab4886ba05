internal import Experiments
internal import GRDB

/// Why a study cannot be read or written.
public enum StudyError: Error, Sendable, Hashable {
  /// There is no such file, or it may not be opened.
  case missing(reason: String)
  /// Something else than a study, or a study of a later ploy.
  case foreign(reason: String)
  /// A study that has lost something.
  case damaged(reason: String)
  /// There is a study already, with this many runs.
  case exists(runs: Int)
  /// A study of something else; says what differs.
  case differs([String])
  /// Another process writes to it.
  case busy
  /// The disk is full, or does not take it for another reason.
  case notWritten(reason: String)

  /// What SQLite says, in these words.
  init(_ error: any Error, writing: Bool) {
    if let known = error as? StudyError {
      self = known
      return
    }
    guard let error = error as? DatabaseError else {
      self = .damaged(reason: "\(error)")
      return
    }
    let message = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .foreign(reason: "it is not a SQLite file")
    case .SQLITE_FULL: self = .notWritten(reason: "no space left on the disk")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_CANTOPEN: self = .missing(reason: message)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: self = .notWritten(reason: message)
    case .SQLITE_IOERR:
      self = writing ? .notWritten(reason: message) : .damaged(reason: message)
    default: self = .damaged(reason: message)
    }
  }
}

/// Hands what SQLite throws on in the words of studies.
func studying<Result>(writing: Bool = false, _ body: () throws -> Result) throws(StudyError)
  -> Result
{
  do { return try body() } catch { throw StudyError(error, writing: writing) }
}

extension StudyError {
  /// In running text.
  public var reason: String {
    switch self {
    case .missing(let reason), .foreign(let reason), .damaged(let reason), .notWritten(let reason):
      reason
    case .exists(let runs): "it holds \(runs) runs already"
    case .differs(let lines): lines.joined(separator: "; ")
    case .busy: "another process writes to it"
    }
  }
}
