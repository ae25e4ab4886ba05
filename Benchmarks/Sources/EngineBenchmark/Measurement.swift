import Glibc

/// What one run of a model took, and a result by which to recognize the same model elsewhere.
struct Measurement {
  var model: String
  var units: Int
  var seconds: Double
  var check: Double

  func print() {
    let maximum = peakMemory()
    Swift.print(
      "{\"model\": \"\(model)\", \"units\": \(units), \"seconds\": \(seconds), "
        + "\"ns\": \(seconds / Double(units) * 1e9), \"check\": \(check), \"peak_kb\": \(maximum)}")
  }
}

/// Processor time of this process [s].
func processorTime() -> Double {
  var t = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)
  return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9
}

/// Greatest resident set of this process [KiB].
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
