// The processor's prefetch instruction for Swift, which has no name for it.
#ifndef CPREFETCH_SHIM_H
#define CPREFETCH_SHIM_H
static inline __attribute__((always_inline)) void prefetch_line(const void *address) {
  __builtin_prefetch(address);
}
#endif
