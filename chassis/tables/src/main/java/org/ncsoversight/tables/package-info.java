/** Tables that people send and take away, in one dialect for all services. */
@NullMarked
package org.ncsoversight.tables;

import org.jspecify.annotations.NullMarked;
