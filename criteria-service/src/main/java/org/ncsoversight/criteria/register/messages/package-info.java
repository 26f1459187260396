/** What the topic says of providers and contracts. */
@NullMarked
package org.ncsoversight.criteria.register.messages;

import org.jspecify.annotations.NullMarked;
