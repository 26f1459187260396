/** Providers, contracts and imports of them in MongoDB. */
@NullMarked
package org.ncsoversight.criteria.register.mongo;

import org.jspecify.annotations.NullMarked;
