import DiscreteEvent
import Quantities
import Testing

@Suite struct StaffingCalendarTests {
  private let calendar = StaffingCalendar(
    initialServers: 2,
    changes: [10, 20, 45, 46].enumerated().map {
      (at: Instant(microseconds: Int64($1)), servers: [5, 0, 7, 1][$0])
    })

  @Test("A change counts from its instant on")
  func servers() {
    let values = [-5, 9, 10, 19, 20, 45, 46, 1000].map {
      calendar.servers(at: Instant(microseconds: $0))
    }
    #expect(values == [2, 2, 5, 5, 0, 7, 1, 1])
  }

  @Test("The staffed time over any interval is the sum over its microseconds")
  func staffedTime() {
    for start in -3...60 {
      for end in start...61 {
        let sum = (start..<end).reduce(0) {
          $0 + calendar.servers(at: Instant(microseconds: Int64($1)))
        }
        let staffed = calendar.staffedTime(
          from: Instant(microseconds: Int64(start)), to: Instant(microseconds: Int64(end)))
        #expect(staffed == Int128(sum))
      }
    }
  }

  @Test("A cursor gives the changes after an instant, each once")
  func cursor() {
    var cursor = calendar.cursor(after: Instant(microseconds: 10))
    var servers: [Int] = []
    while let change = cursor.next(in: calendar) { servers.append(change.servers) }
    #expect(servers == [0, 7, 1])
  }

  @Test("Without changes the staff is constant")
  func constant() {
    let constant = StaffingCalendar(initialServers: 3, changes: [])
    let staffed = constant.staffedTime(from: Instant(microseconds: -10), to: .zero)
    #expect(staffed == 30)
    #expect(constant.servers(at: .zero) == 3)
  }
}
