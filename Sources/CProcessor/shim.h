// What the processor can do, asked of the processor itself: it answers where there is no /proc too.
#ifndef CPROCESSOR_SHIM_H
#define CPROCESSOR_SHIM_H
#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
// 1: fused multiply-add, 2: AVX2, 4: AVX-512F.
static inline int processor_features(void) {
  unsigned a, b, c, d;
  int found = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) && (c & (1u << 12))) found |= 1;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d)) {
    if (b & (1u << 5)) found |= 2;
    if (b & (1u << 16)) found |= 4;
  }
  return found;
}
#elif defined(__aarch64__)
// Fused multiply-add is part of the architecture.
static inline int processor_features(void) { return 1; }
#else
static inline int processor_features(void) { return 0; }
#endif
#endif
