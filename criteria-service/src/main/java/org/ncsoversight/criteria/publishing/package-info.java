/** Publishes the edition that comes with the service. */
@NullMarked
package org.ncsoversight.criteria.publishing;

import org.jspecify.annotations.NullMarked;
