/// Profit and loss per order: what every party got less what it paid. A row adds up to zero.
func partySection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  guard summary.showsParties || options.isVerbose else { return [] }
  let parties = summary.partyColumns
  guard !parties.isEmpty else { return [] }
  var table = TextTable(columns: [summary.nameColumn("P&L/order")])
  // The market's outside is what the others do not name: it goes first when space is short.
  let ranks = ["outside": 4, "state": 3, "carrier": 2, "operator": 1]
  for party in parties {
    var column = party.column
    column.dropRank = ranks[party.label] ?? 0
    table.columns.append(column)
    if party.label == "seller", let margins = summary.marginCells {
      table.columns.append(.init(heading: "margin", cells: margins, dropRank: 5))
    }
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

extension Summary {
  /// Parties that got or paid anything under any strategy, with their balances per order.
  var partyColumns: [AccountColumn] {
    suffixes(of: KPIName.balance).map { party in
      AccountColumn(
        label: party, title: party,
        amounts: strategies.map { $0.mean(KPIName.balance + party) ?? 0 })
    }.filter { $0.amounts.contains { $0 != 0 } }
  }

  /// Sellers' margins as shares of their sales; nil where nothing was sold.
  var marginCells: [String]? {
    let margins = strategies.map { $0.mean(KPIName.sellerMargin) }
    guard margins.contains(where: { $0 != nil }) else { return nil }
    return margins.map { $0.map(NumberText.percent) ?? NumberText.none }
  }
}
