/** Finding documents one after the other, sorting them, and answering in batches. */
@NullMarked
package org.ncsoversight.mongo.query;

import org.jspecify.annotations.NullMarked;
