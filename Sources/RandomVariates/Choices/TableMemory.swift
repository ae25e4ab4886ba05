/// Memory of a table that samplers read by bare pointer; freed with the last table or law that holds it.
///
/// Never changes after it is made, hence safe to share.
final class TableMemory: @unchecked Sendable {
  let start: UnsafeRawPointer
  let byteCount: Int

  init<Element: BitwiseCopyable>(_ elements: [Element]) {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    for (i, element) in elements.enumerated() { (memory + i).initialize(to: element) }
    start = UnsafeRawPointer(memory)
    byteCount = elements.count * MemoryLayout<Element>.stride
  }

  deinit { start.deallocate() }
}
