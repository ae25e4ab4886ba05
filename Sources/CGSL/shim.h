// GSL for Swift. HAVE_INLINE stays undefined: two Swift files that call gsl_rng_uniform would then
// define it twice and not link.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H
#include <math.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_zeta.h>

// GSL's type pointers are C variables, which Swift takes for shared mutable state.
static inline const gsl_qrng_type *ploy_qrng_sobol(void) { return gsl_qrng_sobol; }
static inline const gsl_root_fsolver_type *ploy_root_brent(void) { return gsl_root_fsolver_brent; }
#endif
