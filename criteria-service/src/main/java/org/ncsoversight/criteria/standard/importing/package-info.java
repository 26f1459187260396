/** Importing an edition: from the published guidance, or from an export. */
@NullMarked
package org.ncsoversight.criteria.standard.importing;

import org.jspecify.annotations.NullMarked;
