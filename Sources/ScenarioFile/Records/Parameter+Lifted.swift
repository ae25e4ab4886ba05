extension Array {
  /// Parameters of a record that are written among those of the record which holds it.
  ///
  /// Groups parameters that several kinds share without another level in the file.
  public func lifted<Part, Owner>(_ part: WritableKeyPath<Owner, Part> & Sendable)
    -> [Parameter<Owner>] where Element == Parameter<Part>
  {
    map { $0.lifted(part) }
  }
}

extension Parameter {
  fileprivate func lifted<Whole>(_ part: WritableKeyPath<Whole, Owner> & Sendable)
    -> Parameter<Whole>
  {
    let (assign, standardText) = (assign, standardText)
    var noneOfWhole: (@Sendable (inout Whole) -> Void)?
    if let assignNone {
      noneOfWhole = { whole in assignNone(&whole[keyPath: part]) }
    }
    return Parameter<Whole>(
      name: name, summary: summary, source: source, isRequired: isRequired, type: type,
      assign: { node, whole, context in assign(node, &whole[keyPath: part], context) },
      assignNone: noneOfWhole, standardText: { standardText($0[keyPath: part]) })
  }

  private init(
    name: String, summary: String, source: String?, isRequired: Bool, type: ParameterType,
    assign: @escaping @Sendable (Node, inout Owner, DecodingContext) -> Void,
    assignNone: (@Sendable (inout Owner) -> Void)?,
    standardText: @escaping @Sendable (Owner) -> String?
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.isRequired = isRequired
    self.type = type
    self.assign = assign
    self.assignNone = assignNone
    self.standardText = standardText
  }
}
