/** What this service hears from criteria-service. */
@NullMarked
package org.ncsoversight.evidence.criteria;

import org.jspecify.annotations.NullMarked;
