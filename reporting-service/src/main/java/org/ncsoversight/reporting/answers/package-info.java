/** How this service says no: RFC 9457 problems to machines, small pages to people. */
@NullMarked
package org.ncsoversight.reporting.answers;

import org.jspecify.annotations.NullMarked;
