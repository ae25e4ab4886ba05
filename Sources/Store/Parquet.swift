/// Writes tables as Parquet: one row group, one plain page per column, nothing compressed. Every reader
/// of Parquet takes it; a library that also compresses would be by far the largest dependency of ploy.
///
/// - Source: github.com/apache/parquet-format: the footer is a Thrift structure in its compact form.
public enum Parquet {
  /// A required column.
  public struct Column {
    let name: String
    /// Type of the format: 2 is INT64, 5 DOUBLE, 6 BYTE_ARRAY.
    let type: Int64
    let count: Int
    let bytes: [UInt8]

    public init(_ name: String, texts: [String]) {
      self.name = name
      type = 6
      count = texts.count
      var bytes: [UInt8] = []
      for text in texts {
        let utf8 = Array(text.utf8)
        bytes += Parquet.bytes(of: UInt32(utf8.count))
        bytes += utf8
      }
      self.bytes = bytes
    }

    public init(_ name: String, numbers: [Int64]) {
      self.name = name
      type = 2
      count = numbers.count
      bytes = numbers.flatMap { Parquet.bytes(of: $0) }
    }

    public init(_ name: String, values: [Double]) {
      self.name = name
      type = 5
      count = values.count
      bytes = values.flatMap { Parquet.bytes(of: $0.bitPattern) }
    }
  }

  /// - Parameter columns: All of one length.
  public static func file(_ columns: [Column]) -> [UInt8] {
    let rows = columns.first?.count ?? 0
    var file = Array("PAR1".utf8)
    var chunks: [[UInt8]] = []
    for column in columns {
      let start = Int64(file.count)
      // PageHeader: a data page with plain values; levels are not written for required columns.
      var page = Thrift()
      page.number(1, 0)
      page.number(2, Int64(column.bytes.count))
      page.number(3, Int64(column.bytes.count))
      page.structure(5) { header in
        header.number(1, Int64(column.count))
        header.number(2, 0)
        header.number(3, 3)
        header.number(4, 3)
      }
      let header = page.finished
      file += header
      file += column.bytes
      let size = Int64(header.count + column.bytes.count)
      var chunk = Thrift()
      chunk.long(2, start)
      chunk.structure(3) { data in
        data.number(1, column.type)
        data.list(2, of: 5, [Thrift.zigzag(0)])
        data.list(3, of: 8, [Thrift.text(column.name)])
        data.number(4, 0)
        data.long(5, Int64(column.count))
        data.long(6, size)
        data.long(7, size)
        data.long(9, start)
      }
      chunks.append(chunk.finished)
    }
    var footer = Thrift()
    footer.number(1, 1)
    var root = Thrift()
    root.binary(4, "schema")
    root.number(5, Int64(columns.count))
    footer.list(
      2, of: 12,
      [root.finished]
        + columns.map { column in
          var element = Thrift()
          element.number(1, column.type)
          element.number(3, 0)
          element.binary(4, column.name)
          if column.type == 6 { element.number(6, 0) }
          return element.finished
        })
    footer.long(3, Int64(rows))
    var group = Thrift()
    group.list(1, of: 12, chunks)
    group.long(2, columns.reduce(0) { $0 + Int64($1.bytes.count) })
    group.long(3, Int64(rows))
    footer.list(4, of: 12, [group.finished])
    footer.binary(6, "ploy")
    let metadata = footer.finished
    file += metadata
    file += bytes(of: UInt32(metadata.count))
    file += Array("PAR1".utf8)
    return file
  }

  static func bytes<T: FixedWidthInteger>(of value: T) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// A structure in Thrift's compact form; fields come in ascending order.
struct Thrift {
  private var bytes: [UInt8] = []
  private var last = 0

  var finished: [UInt8] { bytes + [0] }

  private mutating func field(_ id: Int, _ type: UInt8) {
    bytes.append(UInt8(id - last) << 4 | type)
    last = id
  }

  /// 32 bits.
  mutating func number(_ id: Int, _ value: Int64) {
    field(id, 5)
    bytes += Thrift.zigzag(value)
  }

  /// 64 bits.
  mutating func long(_ id: Int, _ value: Int64) {
    field(id, 6)
    bytes += Thrift.zigzag(value)
  }

  mutating func binary(_ id: Int, _ text: String) {
    field(id, 8)
    bytes += Thrift.text(text)
  }

  mutating func structure(_ id: Int, _ fill: (inout Thrift) -> Void) {
    field(id, 12)
    var inner = Thrift()
    fill(&inner)
    bytes += inner.finished
  }

  mutating func list(_ id: Int, of type: UInt8, _ elements: [[UInt8]]) {
    field(id, 9)
    if elements.count < 15 {
      bytes.append(UInt8(elements.count) << 4 | type)
    } else {
      bytes.append(0xf0 | type)
      bytes += Thrift.variable(UInt64(elements.count))
    }
    for element in elements { bytes += element }
  }

  static func zigzag(_ value: Int64) -> [UInt8] {
    variable(UInt64(bitPattern: (value << 1) ^ (value >> 63)))
  }

  static func text(_ text: String) -> [UInt8] {
    variable(UInt64(text.utf8.count)) + Array(text.utf8)
  }

  static func variable(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
