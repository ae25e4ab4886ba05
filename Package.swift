// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library module of ploy with its tests beside it.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "ploy",
  products: [
    .executable(name: "ploy", targets: ["ploy"]),
    .library(name: "DiscreteEvent", targets: ["DiscreteEvent"]),
    .library(name: "RandomVariates", targets: ["RandomVariates"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CInstructions"),
    .systemLibrary(name: "CProcessor"),
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    module("Quantities"),
    module("Diagnostics"),
    module("RandomVariates", ["CGSL", "CInstructions"]),
    module("DiscreteEvent", ["CInstructions", "Quantities"]),
    tests("DiscreteEventTests", ["DiscreteEvent", "Quantities", "RandomVariates"]),
    module("Statistics", ["CGSL"]),
    module(
      "ScenarioFile",
      ["Diagnostics", "Quantities", "RandomVariates", .product(name: "Yams", package: "Yams")]),
    module(
      "Fulfillment",
      [
        "CInstructions", "Diagnostics", "DiscreteEvent", "Quantities", "RandomVariates",
        "ScenarioFile",
      ],
      resources: [.embedInCode("Presets")]),
    module("Experiments", ["DiscreteEvent", "Statistics"]),
    module("Oracles", ["CGSL"], resources: [.embedInCode("Library/published.json")]),
    module(
      "Store",
      [
        "COpenSSL", "CProcessor", "DiscreteEvent", "Experiments", "Statistics",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Reports", ["Diagnostics", "DiscreteEvent", "Experiments", "Statistics"]),
    module(
      "Workbench",
      [
        "Diagnostics", "Experiments", "Fulfillment", "Oracles", "RandomVariates", "Reports",
        "ScenarioFile", "Statistics", "Store", "COpenSSL",
      ], resources: [.embedInCode("Starter")]),
    .executableTarget(
      name: "ploy",
      dependencies: [
        "Diagnostics", "Experiments", "RandomVariates", "Reports", "Statistics", "Workbench",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    tests("StoreTests", ["DiscreteEvent", "Experiments", "Statistics", "Store"]),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("QuantitiesTests", ["Quantities"]),
    tests("ScenarioFileTests", ["Diagnostics", "Quantities", "RandomVariates", "ScenarioFile"]),
    tests("StatisticsTests", ["RandomVariates", "Statistics"]),
    tests("ExperimentsTests", ["DiscreteEvent", "Experiments", "Statistics"]),
    tests(
      "ReportsTests", ["Experiments", "Reports", "Statistics"], resources: [.copy("Golden")]),
    tests(
      "WorkbenchTests", ["Diagnostics", "Experiments", "Reports", "Statistics", "Workbench"]),
    tests(
      "ployTests",
      [
        "Diagnostics", "Experiments", "RandomVariates", "Reports", "Statistics", "Workbench",
        "ploy",
      ]
    ),
    tests(
      "FulfillmentTests",
      [
        "Diagnostics", "DiscreteEvent", "Fulfillment", "Oracles", "Quantities", "RandomVariates",
        "ScenarioFile", "Statistics",
      ]),
    tests("BrowserTests", ["Experiments", "Reports", "Statistics", "Workbench"]),
    tests("OraclesTests", ["Oracles", "Reports", "Workbench"]),
    tests(
      "ScenariosTests",
      ["Diagnostics", "Fulfillment", "Mutations", "Reports", "ScenarioFile", "Workbench", "ploy"],
      resources: [.copy("Golden"), .copy("Regressions")]),
    .target(
      name: "Mutations",
      dependencies: ["Diagnostics", "Fulfillment", "Reports", "ScenarioFile", "Workbench"],
      path: "Tests/Mutations", swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["Mutations"], path: "Tests/fuzz", swiftSettings: strict),
    tests("RandomVariatesTests", ["CGSL", "RandomVariates"]),
  ]
)
