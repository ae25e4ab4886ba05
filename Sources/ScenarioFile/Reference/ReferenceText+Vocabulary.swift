internal import Quantities
internal import RandomVariates

extension ReferenceText {
  /// The units that quantities may have.
  public static func units() -> String {
    let rows = UnitTable.measures.map { unit in
      [
        unit.names[0], unit.dimension == .none ? "" : unit.dimension.name,
        unit.factor == 1
          ? ""
          : unit.dimension == .none
            ? NumberText.short(unit.factor)
            : UnitExpression.join(NumberText.short(unit.factor), unit.dimension.baseUnit),
        unit.summary, unit.names.dropFirst().joined(separator: ", "),
      ]
    }
    return table([["unit", "measures", "is", "summary", "also"]] + rows)
      + """

      Units combine: USD/kg, m3/day, USD/(t km), 1/h. Powers: m2, m^2, m².
      Money: ISO 4217 codes; others than the scenario's need 'exchange_rates'.
      Counting nouns have no unit: \(UnitTable.nouns.sorted().joined(separator: ", ")).

      """
  }

  /// The probability laws that a parameter such as a processing time may have.
  public static func laws() -> String {
    let rows = LawFamily.all.map { family in
      [
        family.name, family.forms.map { $0.joined(separator: ", ") }.joined(separator: " | "),
        family.summary,
      ]
    }
    return table([["law", "parameters", "summary"]] + rows)
      + """

      Write "lognormal(mean: 3 min, cv: 0.6)" in quotes, or lognormal(mean=3 min, cv=0.6) without.
      A quantity alone, such as 3 min, is a constant.

      """
  }
}
