/** What planning keeps, as ports. */
@NullMarked
package org.ncsoversight.evidence.planning.store;

import org.jspecify.annotations.NullMarked;
