/** Items, drafts and saved filters in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.items.mongo;

import org.jspecify.annotations.NullMarked;
