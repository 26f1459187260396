/** Where editions, drafts of them and files waiting to become one are kept, as ports. */
@NullMarked
package org.ncsoversight.criteria.standard.store;

import org.jspecify.annotations.NullMarked;
