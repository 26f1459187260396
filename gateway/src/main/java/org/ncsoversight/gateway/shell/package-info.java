/** The one page frame around every page of the platform. */
@NullMarked
package org.ncsoversight.gateway.shell;

import org.jspecify.annotations.NullMarked;
