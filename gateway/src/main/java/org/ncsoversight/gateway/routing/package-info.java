/** Passes requests on to the part of the platform that answers them. */
@NullMarked
package org.ncsoversight.gateway.routing;

import org.jspecify.annotations.NullMarked;
