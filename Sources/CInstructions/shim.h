// Instructions of the processor for which Swift has no name, or none without checks.
#ifndef CINSTRUCTIONS_SHIM_H
#define CINSTRUCTIONS_SHIM_H
#include <stdint.h>

#define INSTRUCTION static inline __attribute__((always_inline))

INSTRUCTION void prefetch_line(const void *address) { __builtin_prefetch(address); }

// The whole number toward zero; |x| < 2^63, else undefined.
INSTRUCTION int64_t truncated(double x) { return (int64_t)x; }
#endif
