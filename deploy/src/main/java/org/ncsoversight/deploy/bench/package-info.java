/** How fast the platform is on this machine, and how much memory it takes; printed, never asserted. */
@NullMarked
package org.ncsoversight.deploy.bench;

import org.jspecify.annotations.NullMarked;
