extension TraceSummary {
  public static let schemaName = "ploy.trace/1"

  /// The life of the order for programs: times in 0.01 s, money in millionths.
  public var json: String { document.text() + "\n" }

  private var document: JSONValue {
    .object([
      "schema": .string(Self.schemaName),
      "version": .string(version),
      "scenario": .string(scenario),
      "strategy": .string(strategy),
      "replication": .integer(replication),
      "seed": .unsigned(seed),
      "order": .integer(order),
      "zone": .string(zone),
      "seller": .string(seller),
      "lines": .array(
        lines.map { .object(["sku": .string($0.sku), "units": .integer($0.units)]) }),
      "placed": object(placed),
      "promised": object(promised),
      "end": .string(end),
      "late": .flag(isLate),
      "cause": cause.map { .string($0) } ?? .null,
      "click_to_door_ticks": end == "delivered" ? .integer(Int(clickToDoorTicks)) : .null,
      "cost_to_serve_micros": .integer(Int(costToServe)),
      "currency": .string(currency),
      "last_shipment": .integer(lastShipment),
      "shipments": .array(shipments.map(object)),
      "postings": .array(
        postings.map {
          .object([
            "shipment": .integer($0.shipment), "account": .string($0.account),
            "payer": .string($0.payer), "payee": .string($0.payee),
            "micros": .integer(Int($0.micros)), "cost": .flag($0.isCost),
          ])
        }),
    ])
  }

  private func object(_ moment: Moment) -> JSONValue {
    .object(["micros": .integer(Int(moment.microseconds)), "local": .string(moment.local)])
  }

  private func object(_ shipment: Shipment) -> JSONValue {
    .object([
      "site": .string(shipment.site), "lines": .integer(shipment.lines),
      "units": .integer(shipment.units), "awaited": .integer(shipment.awaited),
      "arrived": shipment.arrived.map { object($0) } ?? .null,
      "steps": .array(
        shipment.steps.map {
          .object([
            "from_micros": .integer(Int($0.began.microseconds)),
            "to_micros": .integer(Int($0.ended.microseconds)), "local": .string($0.began.local),
            "what": .string($0.what), "place": .string($0.place),
            "destination": $0.destination.map { .string($0) } ?? .null,
            "stage": .string($0.stage), "wait": .flag($0.isWait),
            "ticks": .integer(Int($0.ticks)), "cost_micros": .integer(Int($0.cost)),
          ])
        }),
    ])
  }
}
