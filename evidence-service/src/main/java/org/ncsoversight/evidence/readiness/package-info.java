/** What reporting-service published of each provider's readiness: kept and shown, never judged here. */
@NullMarked
package org.ncsoversight.evidence.readiness;

import org.jspecify.annotations.NullMarked;
