/// Choices that look at what is on hand when an order comes.
extension Kernel {
  /// Of a tier's sites that have all lines, the one with most units of these SKUs on hand; of equals the
  /// first in rank. -1 if none has all lines.
  mutating func siteWithMost(in tier: Int) -> Int32 {
    var best: (site: Int32, units: Int64) = (-1, -1)
    for site in view.tiers[tier].sites(zone: draft.zone, seller: draft.seller)
    where hasAllLines(site) {
      let units = unitsOnHand(at: site)
      if units > best.units { best = (site, units) }
    }
    return best.site
  }

  /// Units on hand of the draft's SKUs; where goods never run out, more than anywhere else.
  private mutating func unitsOnHand(at site: Int32) -> Int64 {
    let first = view.siteStock[Int(site)]
    if first < 0 { return .max }
    var units: Int64 = 0
    for line in 0..<draft.lineCount {
      units += Int64(stocks[Int(view.stockRowOf[Int(first) + Int(draft.lines[line].sku)])].onHand)
    }
    return units
  }

  /// Sites of the lines such that shipments are few: two where two have everything, else the one that has
  /// most lines, then the one that has most of the rest, and so on; of equals the first in rank. Lines that
  /// nobody has wait at a site of the others if one carries them. Nil if some line is carried nowhere.
  mutating func fewestSites() -> [Int32]? {
    var ranked: [Int32] = []
    for tier in 0..<view.tierCount {
      ranked += view.tiers[tier].sites(zone: draft.zone, seller: draft.seller)
    }
    var sites = [Int32](repeating: -1, count: draft.lineCount)
    if let pair = pairWithAll(ranked) {
      assign(pair.0, &sites)
      assign(pair.1, &sites)
      return sites
    }
    while sites.contains(-1) {
      var best: (site: Int32, lines: Int) = (-1, 0)
      for site in ranked {
        let lines = sites.indices.count { sites[$0] < 0 && has(draft.lines[$0], at: site) }
        if lines > best.lines { best = (site, lines) }
      }
      if best.site < 0 { break }
      assign(best.site, &sites)
    }
    let used = ranked.filter { sites.contains($0) }
    for line in sites.indices where sites[line] < 0 {
      let sku = draft.lines[line].sku
      sites[line] = used.first { carries(sku, at: $0) } ?? siteThatCarries(sku)
      if sites[line] < 0 { return nil }
    }
    return sites
  }

  /// The first two sites in rank that have all lines together.
  private mutating func pairWithAll(_ ranked: [Int32]) -> (Int32, Int32)? {
    for (index, first) in ranked.enumerated() {
      for second in ranked[(index + 1)...] {
        var hasAll = true
        for line in 0..<draft.lineCount
        where !has(draft.lines[line], at: first) && !has(draft.lines[line], at: second) {
          hasAll = false
          break
        }
        if hasAll { return (first, second) }
      }
    }
    return nil
  }

  /// Gives a site the lines that have none yet and that it has.
  private mutating func assign(_ site: Int32, _ sites: inout [Int32]) {
    for line in sites.indices where sites[line] < 0 && has(draft.lines[line], at: site) {
      sites[line] = site
    }
  }
}
