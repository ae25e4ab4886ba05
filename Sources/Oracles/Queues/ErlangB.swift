/// Erlang's B: the share of arrivals lost by c servers without a queue (M/G/c/c).
///
/// Insensitive to the law of service beyond its mean. Also the share of demand lost by a base stock of
/// `servers` units, with the lead time in the part of the service time ([karush1957]).
///
/// - Parameters:
///   - servers: c >= 0.
///   - offeredLoad: a = λ/μ, >= 0 [erlang].
/// - Complexity: O(c), by B(i) = a B(i-1) / (i + a B(i-1)), which loses no digits.
/// - Source: [gross2008], sec. 2.5.
public func erlangB(servers: Int, offeredLoad: Double) -> Double {
  precondition(servers >= 0 && offeredLoad >= 0, "a load and servers, neither negative")
  var blocked = 1.0
  for i in stride(from: 1, through: servers, by: 1) {
    blocked = offeredLoad * blocked / (Double(i) + offeredLoad * blocked)
  }
  return blocked
}
