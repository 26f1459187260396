/** Sorted indexes, and the choice of the one that narrows a query most. */
@NullMarked
package org.ncsoversight.mongo.index;

import org.jspecify.annotations.NullMarked;
