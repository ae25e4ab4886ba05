// GSL for Swift. HAVE_INLINE stays undefined: two Swift files that call gsl_rng_uniform would then
// define it twice and not link.
#ifndef CGSL_SHIM_H
#define CGSL_SHIM_H
#include <math.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_zeta.h>
#endif
