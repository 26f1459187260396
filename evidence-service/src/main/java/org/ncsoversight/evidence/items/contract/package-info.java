/** What the topic says of an item of evidence. */
@NullMarked
package org.ncsoversight.evidence.items.contract;

import org.jspecify.annotations.NullMarked;
