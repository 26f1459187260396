/** What reporting-service says of providers. */
@NullMarked
package org.ncsoversight.evidence.reporting;

import org.jspecify.annotations.NullMarked;
