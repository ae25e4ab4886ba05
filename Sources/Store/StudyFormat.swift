/// How a study is laid out in its file; docs/study-format.md tells it to readers.
public enum StudyFormat {
  /// "PLOY" in the header of the file, so that `file` and ploy know what it is.
  public static let applicationID: Int32 = 0x504c_4f59
  /// How every SQLite file begins.
  public static let beginning = Array("SQLite format 3\0".utf8)
  /// Counted up when tables or columns change their meaning.
  public static let version: Int32 = 2

  static let schema = """
    CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE input (
      id INTEGER PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL) STRICT;
    CREATE TABLE point (id INTEGER PRIMARY KEY, design TEXT NOT NULL, strategy TEXT NOT NULL) STRICT;
    CREATE TABLE response (
      point INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
      goal TEXT NOT NULL, is_primary INTEGER NOT NULL, sketch INTEGER, p REAL,
      PRIMARY KEY (point, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, point INTEGER NOT NULL, replication INTEGER NOT NULL,
      status TEXT NOT NULL, entities INTEGER NOT NULL, events INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL, digest INTEGER NOT NULL) STRICT;
    CREATE TABLE value (
      run INTEGER NOT NULL, response INTEGER NOT NULL, numerator REAL, denominator REAL) STRICT;
    CREATE TABLE sketch (
      run INTEGER NOT NULL, ordinal INTEGER NOT NULL, buckets BLOB NOT NULL,
      PRIMARY KEY (run, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE total (point INTEGER PRIMARY KEY, numbers BLOB NOT NULL) STRICT;
    CREATE TABLE unsummed (run INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE total_part (
      point INTEGER NOT NULL, ordinal INTEGER NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY (point, ordinal)) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      id INTEGER PRIMARY KEY, facts TEXT NOT NULL, runs INTEGER NOT NULL,
      entities INTEGER NOT NULL, events INTEGER NOT NULL, wall_seconds REAL NOT NULL,
      cpu_seconds REAL NOT NULL, peak_mebibytes REAL NOT NULL, threads INTEGER NOT NULL) STRICT;
    CREATE VIEW kpi AS
      SELECT point.design, point.strategy, run.replication + 1 AS replication, response.name,
        value.numerator / nullif(value.denominator, 0) AS value, response.unit
      FROM value JOIN run ON run.id = value.run JOIN point ON point.id = run.point
      JOIN response ON response.point = run.point AND response.ordinal = value.response;
    """
}
