/** The gateway running, with stand-ins for everything around it. */
@NullMarked
package org.ncsoversight.gateway.running;

import org.jspecify.annotations.NullMarked;
