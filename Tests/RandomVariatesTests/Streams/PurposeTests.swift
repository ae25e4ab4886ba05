import RandomVariates
import Testing

@Suite struct PurposeTests {
  @Test(
    "A purpose's key is the FNV-1a-64 of its name",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
      ("arrivals.orders", 0xa2f1_1400_f641_d03e), ("service.pick", 0xa548_4975_8b5c_e11f),
      ("demand.size", 0x7218_516b_66e0_3aa1), ("carrier.transit", 0x0d5a_0b68_da60_a75a),
    ] as [(String, UInt64)])
  func key(name: String, key: UInt64) {
    #expect(Purpose(name).key == key)
  }

  @Test("A registry keeps its entries in sequence")
  func registers() throws {
    let entries = [
      PurposeRegistry.Entry(Purpose("service.pick"), by: "Station"),
      PurposeRegistry.Entry(Purpose("arrivals.orders"), by: "Market"),
    ]
    #expect(try PurposeRegistry(entries).entries == entries)
  }

  @Test("Two names with one key are refused")
  func collision() {
    let (first, second) = ("8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ")
    #expect(Purpose(first).key == Purpose(second).key)
    #expect(throws: PurposeRegistry.Conflict.sameKey(first, second)) {
      try PurposeRegistry([.init(Purpose(first), by: "A"), .init(Purpose(second), by: "A")])
    }
  }

  @Test("One name registered from two components is refused, and the message names both")
  func sharedName() {
    let conflict = PurposeRegistry.Conflict.sharedPurpose("pick", components: ["A", "B"])
    #expect(throws: conflict) {
      try PurposeRegistry([.init(Purpose("pick"), by: "A"), .init(Purpose("pick"), by: "B")])
    }
    #expect(conflict.description == "purpose \"pick\" belongs to A and to B: name two")
  }
}
