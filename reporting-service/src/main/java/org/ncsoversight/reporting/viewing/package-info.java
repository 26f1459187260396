/** Readiness as people and machines read it: national, one provider, its history, and what it was computed from. */
@NullMarked
package org.ncsoversight.reporting.viewing;

import org.jspecify.annotations.NullMarked;
