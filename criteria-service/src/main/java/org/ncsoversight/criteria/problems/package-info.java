/** How a refusal is told: RFC 9457 problems to programs, pages to people. */
@NullMarked
package org.ncsoversight.criteria.problems;

import org.jspecify.annotations.NullMarked;
