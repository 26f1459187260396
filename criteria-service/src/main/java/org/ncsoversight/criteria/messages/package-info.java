/** The Java side of contracts/, and the form in which an edition is kept and exchanged. */
@NullMarked
package org.ncsoversight.criteria.messages;

import org.jspecify.annotations.NullMarked;
