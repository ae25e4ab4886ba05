/// Memory of a table that samplers read by bare pointer; freed with the last table or law that holds it.
///
/// Never changes after it is made, hence safe to share.
final class TableMemory: @unchecked Sendable {
  let start: UnsafeRawPointer
  let byteCount: Int

  init<Element: BitwiseCopyable>(_ elements: [Element]) {
    byteCount = elements.count * MemoryLayout<Element>.stride
    // A line of the processor's cache: what lies in one does not straddle two.
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(byteCount, 1), alignment: 64)
    memory.initializeMemory(as: Element.self, from: elements, count: elements.count)
    start = UnsafeRawPointer(memory)
  }

  deinit { start.deallocate() }
}
