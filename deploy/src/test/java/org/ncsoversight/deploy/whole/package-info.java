/** Tests of everything together, as {@code deploy/start} starts it. */
@NullMarked
package org.ncsoversight.deploy.whole;

import org.jspecify.annotations.NullMarked;
