/** What this service hears from the others: its own reading of their contracts, strict on the fields it uses. */
@NullMarked
package org.ncsoversight.reporting.heard;

import org.jspecify.annotations.NullMarked;
