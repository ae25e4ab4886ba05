internal import Foundation

/// A share in percent with as many digits as it needs: "95 %", "99.9 %".
func percent(_ share: Double) -> String { String(format: "%.6g", share * 100) + " %" }

/// A number as one would type it: "2", "0.05".
func plain(_ x: Double) -> String { String(format: "%.6g", x) }
