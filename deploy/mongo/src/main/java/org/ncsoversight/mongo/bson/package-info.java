/** Documents as bytes. */
@NullMarked
package org.ncsoversight.mongo.bson;

import org.jspecify.annotations.NullMarked;
