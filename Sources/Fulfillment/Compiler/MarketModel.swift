internal import Diagnostics
internal import Quantities
internal import RandomVariates
internal import ScenarioFile

/// The market compiled once for all strategies: positions, individuals, SKUs and order sources.
struct MarketModel: Sendable {
  struct ZoneModel: Sendable {
    var name: String
    var position: Position
    var weight: Double
    /// Radius of the disk its customers are in [m].
    var radius: Double
    var timeZone: CivilTimeZone
    /// Group whose figures are given apart.
    var group: String?
  }
  struct SellerModel: Sendable {
    var name: String
    var position: Position
    var timeZone: CivilTimeZone
    /// Row in `holidays`; nil where the group of facilities decides.
    var holidays: Int?
    var skus: Range<Int>
  }

  var geography: Geography
  var timeZone: CivilTimeZone
  /// Start of the calendar [s since 1970].
  var epoch: Int64
  var clock: RunClock
  var holidays: HolidayTable
  var zones: [ZoneModel] = []
  var sellers: [SellerModel] = []
  /// Sellers of each cohort by name.
  var cohorts: [String: Range<Int>] = [:]
  var skus = SKUTable()
  /// Goods that duties tell apart.
  var dutyCodes: [DutyCode] = []
  var sources: [any OrderSourceDefinition] = []
  /// The same without surges.
  var calmSources: [any OrderSourceDefinition] = []
  /// Kind of each source of orders: the channel they come through.
  var sourceKinds: [String] = []
  /// Expected orders per day of each seller.
  var ordersPerDay: [Double] = []
  /// Expected units per day of each SKU.
  var unitsPerDay: [Double] = []
  var meanLines = 1.0
  var meanUnits = 1.0
  /// Mean weight [g], volume [cm3] and value [millionths] of an order.
  var meanGrams = 0.0
  var meanVolume = 0.0
  var meanValue = 0.0
  var promise: Promise
  var customers: Customers?
  /// Names of the categories, sorted.
  var categoryNames: [String] = []
  /// Rule of returns of each stream of orders and category, the last that of SKUs without one.
  var ruleOfReturn: [Int?] = []
  /// Share of shipments that are expected to come back.
  var expectedBackShare = 0.0
  /// Times from click to door of which the share of orders is reported [s].
  var within: [Double]
  var withinDays: [Int]
  var withinBusinessDays: [Int]
  var response: PromiseResponse?

  /// Share of the demand per zone; sums to 1.
  var zoneShares: [Double] {
    let total = zones.reduce(0) { $0 + $1.weight }
    return zones.map { $0.weight / total }
  }

  init?(_ scenario: Scenario, _ sink: DiagnosticSink) {
    let market = scenario.market
    geography = Geography(geometry: market.geometry)
    let marketZone = market.timeZone
    timeZone = marketZone
    promise = market.promise
    customers = market.customers
    response = market.response
    let experiment = scenario.experiment
    within = experiment.within.sorted()
    withinDays = Set(experiment.withinDays).sorted()
    withinBusinessDays = Set(experiment.withinBusinessDays).sorted()
    epoch = experiment.start.unixSeconds(in: marketZone)
    let warmUp = Int64(experiment.warmUp * 1e6)
    let window = Int64(experiment.window * 1e6)
    clock = RunClock(
      warmUpEnd: warmUp, windowEnd: warmUp + window,
      limit: warmUp + window + Int64(experiment.drain * 1e6))

    holidays = HolidayTable(market.holidays)
    MarketModel.checkSizes(market, sink)
    if sink.hasErrors { return nil }
    compileZones(market, sink)
    compileSellers(market, seed: UInt64(experiment.seed), sink)
    if sink.hasErrors { return nil }
    compileDemand(market, sink, scenario.disruptions)
    if sink.hasErrors { return nil }
    checkDemand(market, sink)
    warnOfUnused(market, sink)
    if sink.hasErrors { return nil }
  }

  private mutating func compileZones(_ market: Market, _ sink: DiagnosticSink) {
    var seen: Set<String> = []
    for zone in market.zones.sorted(by: { $0.name.value < $1.name.value }) {
      if !seen.insert(zone.name.value).inserted {
        sink.error(
          "duplicate-name", "zone '\(zone.name.value)' is listed twice", at: zone.name.location)
      }
      guard
        let position = position(
          latitude: zone.latitude, longitude: zone.longitude, x: zone.x, y: zone.y,
          of: "zone", zone.name, sink)
      else { continue }
      zones.append(
        ZoneModel(
          name: zone.name.value, position: position, weight: zone.weight,
          radius: (zone.area / .pi).squareRoot(),
          timeZone: zone.timeZone ?? timeZone, group: zone.group))
    }
  }

  /// The position of a zone or place in the market's geometry, or a diagnostic.
  func position(
    latitude: Double?, longitude: Double?, x: Double?, y: Double?, of what: String,
    _ name: Located<String>, _ sink: DiagnosticSink
  ) -> Position? {
    switch geography.geometry {
    case .sphere:
      if let latitude, let longitude { return Position(first: latitude, second: longitude) }
      sink.error(
        "missing-position", "\(what) '\(name.value)' has no latitude and longitude",
        at: name.location, help: ["on a plane, set market.geometry to plane and give x and y"])
    case .plane:
      if let x, let y { return Position(first: x, second: y) }
      sink.error(
        "missing-position", "\(what) '\(name.value)' has no x and y", at: name.location,
        help: ["market.geometry is plane; on the sphere give latitude and longitude"])
    }
    return nil
  }

  private mutating func compileSellers(_ market: Market, seed: UInt64, _ sink: DiagnosticSink) {
    let categories = Dictionary(
      market.categories.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    categoryNames = categories.keys.sorted()
    for cohort in market.sellers.sorted(by: { $0.name < $1.name }) {
      let value = cohort.value
      var category = Category()
      if let name = value.category {
        guard let found = categories[name.value] else {
          sink.unknown("category", name, known: categories.keys.sorted())
          continue
        }
        category = found
      }
      let places = value.places.compactMap { place in
        position(
          latitude: place.latitude, longitude: place.longitude, x: place.x, y: place.y,
          of: "place", place.name, sink
        ).map { (place, $0) }
      }
      guard !places.isEmpty else { continue }
      let choice = InversionTable(weights: places.map { max($0.0.weight, 1e-300) })
      let first = sellers.count
      for index in 0..<value.count {
        // Spread evenly over the places by weight: no draw, so that a cohort of one sits at its place.
        let (place, position) = places[
          choice.index(at: (Double(index) + 0.5) / Double(value.count))]
        let firstSKU = skus.names.count
        appendSKUs(
          of: value, category, named: value.category?.value, seller: sellers.count,
          country: place.country,
          prefix: value.count == 1 ? "" : "\(cohort.name)-\(index + 1).", seed: seed)
        sellers.append(
          SellerModel(
            name: value.count == 1 ? cohort.name : "\(cohort.name)-\(index + 1)",
            position: position,
            timeZone: place.timeZone ?? timeZone,
            holidays: place.holidays.map { holidays.row($0, sink) },
            skus: firstSKU..<skus.names.count))
      }
      cohorts[cohort.name] = first..<sellers.count
    }
  }

  private mutating func appendSKUs(
    of cohort: SellerCohort, _ laws: Category, named category: String?, seller: Int,
    country: String, prefix: String, seed: UInt64
  ) {
    if !cohort.products.isEmpty {
      for product in cohort.products {
        skus.append(
          name: prefix + product.name.value, weight: product.weight, price: product.price,
          margin: product.margin, volume: product.volume, popularity: product.popularity,
          seller: seller,
          dutyCode: dutyCode(product.dutyClass, product.origin?.value ?? country), category: nil)
      }
      return
    }
    let popularity = Zipf.weights(count: cohort.skus, exponent: cohort.popularity)
    let dutyCode = dutyCode(laws.dutyClass, laws.origin?.value ?? country)
    let purpose = Purpose("catalog")
    var stream = RandomStream()
    for rank in 0..<cohort.skus {
      let name = "\(prefix)SKU\(rank + 1)"
      stream.seat(
        seed: seed, purpose: purpose.key, replication: 0,
        entity: Purpose.fnv1a64("\(seller) \(name)"))
      // Laws without an upper bound are cut where prices and weights stop making sense.
      let price = min(max(0, laws.price.sample(&stream)), Category.priceMaximum)
      let weight = min(max(0.001, laws.weight.sample(&stream)), Category.weightMaximum)
      let volume = min(max(0, laws.volume.sample(&stream)), Category.volumeMaximum)
      skus.append(
        name: name, weight: weight, price: price, margin: laws.margin, volume: volume,
        popularity: popularity[rank], seller: seller, dutyCode: dutyCode,
        category: category.flatMap { categoryNames.firstIndex(of: $0) })
    }
  }

  private mutating func compileDemand(
    _ market: Market, _ sink: DiagnosticSink, _ disruptions: [Named<any DisruptionKind>]
  ) {
    let surges = disruptions.sorted { $0.name < $1.name }.compactMap { named in
      named.value.surge.map { (law: IncidentLaw(named, self), demand: $0) }
    }
    var further: [any OrderSourceDefinition] = []
    var furtherKinds: [String] = []
    ordersPerDay = [Double](repeating: 0, count: sellers.count)
    unitsPerDay = [Double](repeating: 0, count: skus.names.count)
    var totals = (orders: 0.0, units: 0.0, lines: 0.0)
    var channels: [String] = []
    var furtherChannels: [String] = []
    var weights: [(source: String, category: Int, weight: Double)] = []
    checkPromotions(market, sink)
    let mixes = ChannelMixes(market, sink)
    for source in market.demand.sorted(by: { $0.name < $1.name }) {
      let isOfAll = source.value.isOfAllSellers
      guard let cohort = isOfAll ? sellers.indices : cohorts[source.value.seller.value] else {
        sink.unknown("seller", source.value.seller, known: cohorts.keys.sorted())
        continue
      }
      var context = DemandContext(
        name: source.name, scale: market.scale, epoch: epoch, windowEnd: clock.windowEnd,
        zones: zones.map { DemandZone(name: $0.name, weight: $0.weight, timeZone: $0.timeZone) },
        marketTimeZone: timeZone, calendar: calendar(of: source.name, in: market), catalog: skus,
        sellers: cohort.map {
          DemandSeller(
            index: $0, name: sellers[$0].name, timeZone: sellers[$0].timeZone,
            skus: sellers[$0].skus.map(Int32.init),
            popularity: sellers[$0].skus.map { skus.popularity[$0] })
        })
      guard mixes.fit(source, &context, sink) else { continue }
      let errors = sink.errorCount
      source.value.check(in: context, sink)
      guard sink.errorCount == errors, check(source, in: context, sink) else { continue }
      let streams = source.value.sources(in: context)
      let surging = disrupted(streams, of: source.value, in: context, by: surges)
      calmSources += streams
      sources += surging.streams
      further += surging.further
      furtherKinds += [String](
        repeating: Registrations.name(of: source.value), count: surging.further.count)
      channels += [String](repeating: source.name, count: streams.count)
      furtherChannels += [String](repeating: source.name, count: surging.further.count)
      sourceKinds += [String](
        repeating: Registrations.name(of: source.value), count: streams.count)
      let rate = source.value.meanOrdersPerDay(in: context)
      totals.orders += rate
      totals.units += rate * source.value.meanUnitsPerOrder
      totals.lines += rate * source.value.meanLinesPerOrder
      expect(rate, of: source.value, in: context)
      for seller in context.sellers {
        let category = skus.category[sellers[seller.index].skus.lowerBound]
        weights.append(
          (
            source.name, category < 0 ? categoryNames.count : Int(category),
            rate / Double(context.sellers.count)
          ))
      }
    }
    sources += further
    sourceKinds += furtherKinds
    channels += furtherChannels
    if sources.count > OrderNumber.sourcesMaximum {
      sink.error(
        "too-large",
        "\(sources.count) streams of orders; at most \(OrderNumber.sourcesMaximum)",
        at: market.demand.last?.location,
        help: ["each source of demand has a stream for each time zone of the zones"])
    }
    if totals.orders > 0 {
      meanUnits = totals.units / totals.orders
      meanLines = totals.lines / totals.orders
    }
    compileReturns(market, channels: channels, weights: weights, sink)
    let all = unitsPerDay.reduce(0, +)
    guard all > 0 else { return }
    func mean(_ value: (Int) -> Double) -> Double {
      unitsPerDay.indices.reduce(0) { $0 + value($1) * unitsPerDay[$1] } / all * meanUnits
    }
    meanGrams = mean { Double(skus.grams[$0]) }
    meanVolume = mean { skus.volume[$0] * 1e6 }
    meanValue = mean { Double(skus.price[$0]) }
  }
}

extension MarketModel {
  /// Adds what a source expects of each seller and SKU: as it says, else evenly and by popularity.
  private mutating func expect(
    _ rate: Double, of source: any DemandKind, in context: DemandContext
  ) {
    if let expected = source.expectation(in: context) {
      for (seller, orders) in zip(context.sellers, expected.ordersPerDay) {
        ordersPerDay[seller.index] += orders
      }
      for (sku, units) in expected.unitsPerDay.sorted(by: { $0.key < $1.key }) {
        unitsPerDay[Int(sku)] += units
      }
      return
    }
    for seller in context.sellers.map(\.index) {
      let share = rate / Double(context.sellers.count)
      ordersPerDay[seller] += share
      let total = sellers[seller].skus.reduce(0) { $0 + skus.popularity[$1] }
      for sku in sellers[seller].skus {
        unitsPerDay[sku] += share * source.meanUnitsPerOrder * skus.popularity[sku] / total
      }
    }
  }
}

extension SKUTable {
  mutating func append(
    name: String, weight: Double, price: Double, margin: Double, volume: Double,
    popularity: Double, seller: Int, dutyCode: Int32, category: Int?
  ) {
    names.append(name)
    grams.append(Int32(clamping: Int((weight * 1000).rounded())))
    self.price.append(Int64(saturating: price * 1e6))
    self.margin.append(margin)
    cost.append(Int64(saturating: price * (1 - margin) * 1e6))
    self.volume.append(volume)
    self.popularity.append(popularity)
    self.seller.append(Int32(seller))
    self.category.append(Int32(category ?? -1))
    self.dutyCode.append(dutyCode)
  }
}

extension DiagnosticSink {
  /// Reports a name that refers to nothing, with the nearest known one.
  func unknown(_ what: String, _ name: Located<String>, known: [String]) {
    let shown = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    error(
      "unknown-name", "no \(what) is named '\(name.value)'", at: name.location,
      suggestion: Spelling.nearest(to: name.value, among: known),
      help: known.isEmpty ? [] : ["known: \(shown)"])
  }
}
