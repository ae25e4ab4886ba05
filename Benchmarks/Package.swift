// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that users of ploy never build what is measured here.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ploy", path: "..")],
  targets: [
    .executableTarget(
      name: "EngineBenchmark",
      dependencies: [
        .product(name: "DiscreteEvent", package: "ploy"),
        .product(name: "RandomVariates", package: "ploy"),
      ])
  ]
)
