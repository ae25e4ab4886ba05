// Prints one line of JSON. The models are in files of their own, because what is declared here is
// isolated to the main actor.

let arguments = CommandLine.arguments
let numbers = arguments.dropFirst(2).compactMap { Int($0) }
switch (arguments.dropFirst().first, numbers.count) {
case ("mm1", 1): singleServer(customers: numbers[0]).print()
case ("tandem", 1): tandem(orders: numbers[0]).print()
case ("hold", 2):
  let increment = arguments.count > 4 ? Increment(rawValue: arguments[4]) : .exponential
  guard let increment else {
    fatalError("laws: \(Increment.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  hold(pending: numbers[0], holds: numbers[1], increment: increment).print()
case ("sketch", 1): sketch(observations: numbers[0]).print()
case ("pending", 1): pending(events: numbers[0]).print()
default:
  print(
    """
    usage: EngineBenchmark MODEL
      mm1 CUSTOMERS | tandem ORDERS | hold PENDING HOLDS [LAW] | pending EVENTS | sketch VALUES
    """
  )
}
