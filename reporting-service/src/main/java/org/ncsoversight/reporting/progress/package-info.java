/** How far this service has heard, and whether it goes on hearing. */
@NullMarked
package org.ncsoversight.reporting.progress;

import org.jspecify.annotations.NullMarked;
