/** Says what went wrong, as a page to people and as a problem to machines. */
@NullMarked
package org.ncsoversight.gateway.trouble;

import org.jspecify.annotations.NullMarked;
