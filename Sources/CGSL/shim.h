// GSL for Swift. HAVE_INLINE stays undefined: two Swift files that call gsl_rng_uniform would then
// define it twice and not link.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H
#include <math.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_zeta.h>

// GSL's generator types are mutable C globals, which Swift 6 refuses to read; these read them.
static inline const gsl_rng_type *cgsl_mt19937(void) { return gsl_rng_mt19937; }
static inline const gsl_rng_type *cgsl_taus2(void) { return gsl_rng_taus2; }

// gsl_rng_uniform without the call into libgsl.
static inline double cgsl_uniform(const gsl_rng *rng) { return rng->type->get_double(rng->state); }
#endif
