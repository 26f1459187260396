/** Publishes the edition that comes with the service. */
@NullMarked
package org.ncsoversight.criteria.standard.publishing;

import org.jspecify.annotations.NullMarked;
