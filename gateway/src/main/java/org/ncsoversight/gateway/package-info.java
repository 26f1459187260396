/** The front door: sign-in, routes, page shell, limits. */
@NullMarked
package org.ncsoversight.gateway;

import org.jspecify.annotations.NullMarked;
