/// Whole numbers as bytes: small ones take one byte, and a stretch of zeros two or three.
///
/// A number is (n << 1) ^ (n >> 63) in groups of seven bits, lowest first, the top bit saying that more
/// follow (LEB128); a zero byte is followed by how many further zeros there are, in the same groups.
public enum WholeNumbers {
  public static func encode(_ numbers: some Sequence<Int64>) -> [UInt8] {
    var bytes: [UInt8] = []
    var zeros: UInt64 = 0
    func append(_ value: UInt64) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    for number in numbers {
      if number == 0 {
        zeros += 1
        continue
      }
      if zeros > 0 {
        bytes.append(0)
        append(zeros - 1)
        zeros = 0
      }
      append(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }
    if zeros > 0 {
      bytes.append(0)
      append(zeros - 1)
    }
    return bytes
  }

  /// nil if these bytes are not those of numbers, or of more than `limit`.
  public static func decode(_ bytes: some Collection<UInt8>, limit: Int = 1 << 24) -> [Int64]? {
    var numbers: [Int64] = []
    var iterator = bytes.makeIterator()
    func next(_ first: UInt8?) -> UInt64? {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      var byte = first
      while let current = byte {
        guard shift < 64, shift < 63 || current < 2 else { return nil }
        value |= UInt64(current & 0x7f) << shift
        if current < 0x80 { return value }
        shift += 7
        byte = iterator.next()
      }
      return nil
    }
    while let byte = iterator.next() {
      if byte == 0 {
        guard let more = next(iterator.next()), more < limit, numbers.count < limit - Int(more)
        else { return nil }
        numbers += repeatElement(0, count: Int(more) + 1)
      } else {
        guard let value = next(byte), numbers.count < limit else { return nil }
        numbers.append(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
      }
    }
    return numbers
  }
}
