/** What the topic says of golden threads. */
@NullMarked
package org.ncsoversight.evidence.planning.contract;

import org.jspecify.annotations.NullMarked;
