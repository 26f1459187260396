/** Bodies of requests, held to what was promised. */
@NullMarked
package org.ncsoversight.bodies;

import org.jspecify.annotations.NullMarked;
