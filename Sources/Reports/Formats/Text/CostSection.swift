/// Cost per order, in total with its interval and by account groups.
func costSection(_ summary: Summary, _ options: RenderOptions) -> [String] {
  let totals = summary.strategies.map { $0.kpi(KPIName.cost) }
  guard totals.contains(where: { $0?.mean != nil }) else { return [] }
  let currency = Currency(totals.compactMap { $0?.unit }.first ?? "")
  var columns = [
    summary.nameColumn("Cost/order"),
    .init(
      heading: "total",
      cells: totals.map { $0?.mean.map { currency.text($0) } ?? NumberText.none }),
  ]
  if totals.contains(where: { $0?.halfWidth != nil }) {
    let cells = totals.map {
      $0?.halfWidth.map { "±" + NumberText.fixed($0, 2) } ?? NumberText.none
    }
    columns.append(.init(heading: "", cells: cells, dropRank: 1))
  }
  var groups = summary.accountColumns
  var table = TextTable(columns: columns + groups.map(\.column))
  // Too many accounts for the width: the smallest are added up.
  while table.width > options.width - 2, groups.count > 1 {
    groups = mergingSmallest(groups)
    table.columns = columns + groups.map(\.column)
  }
  table.fit(options.width - 2)
  return table.lines(indent: 2, paint: options.paint)
}

/// A column of the cost table, before it is text.
struct AccountColumn {
  var label: String
  var title: String
  /// Per order, one per strategy.
  var amounts: [Double]

  var column: TextTable.Column {
    TextTable.Column(
      heading: label,
      cells: amounts.map { $0 == 0 ? NumberText.none : NumberText.fixed($0, 2) })
  }
}

extension Summary {
  /// The cost table's columns: account groups, then accounts in no group; empty ones left out.
  var accountColumns: [AccountColumn] {
    let grouped = Set(accountGroups.flatMap(\.accounts))
    let groups =
      accountGroups
      + suffixes(of: KPIName.account).filter { !grouped.contains($0) }.map {
        AccountGroup($0.replacing("_", with: " "), [$0])
      }
    return groups.map { group in
      AccountColumn(
        label: group.label, title: group.title,
        amounts: strategies.map { strategy in
          group.accounts.reduce(0) { $0 + (strategy.mean(KPIName.account + $1) ?? 0) }
        })
    }.filter { $0.amounts.contains { $0 != 0 } }
  }
}

/// The two smallest columns, by their largest amount, added up as "other" at the end.
private func mergingSmallest(_ groups: [AccountColumn]) -> [AccountColumn] {
  func size(_ index: Int) -> Double { groups[index].amounts.map(abs).max() ?? 0 }
  var merged = groups.firstIndex { $0.label == "other" }.map { [$0] } ?? []
  let rest = groups.indices.filter { !merged.contains($0) }.sorted {
    (size($0), $0) < (size($1), $1)
  }
  merged += rest.prefix(max(1, 2 - merged.count))
  let amounts = groups[0].amounts.indices.map { row in
    merged.reduce(0) { $0 + groups[$1].amounts[row] }
  }
  return groups.indices.filter { !merged.contains($0) }.map { groups[$0] }
    + [AccountColumn(label: "other", title: "other", amounts: amounts)]
}
