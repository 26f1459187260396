/** Starts, watches and stops the platform on one machine. */
@NullMarked
package org.ncsoversight.deploy.launch;

import org.jspecify.annotations.NullMarked;
