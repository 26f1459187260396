/** What the topic says of an edition, and the form in which one is kept and exchanged. */
@NullMarked
package org.ncsoversight.criteria.standard.messages;

import org.jspecify.annotations.NullMarked;
