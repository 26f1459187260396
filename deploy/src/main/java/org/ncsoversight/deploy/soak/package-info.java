/** The platform under mixed load while its processes are killed and its topics poisoned: what must hold, measured. */
@NullMarked
package org.ncsoversight.deploy.soak;

import org.jspecify.annotations.NullMarked;
