/** How much anyone may send, and how often. */
@NullMarked
package org.ncsoversight.gateway.limits;

import org.jspecify.annotations.NullMarked;
