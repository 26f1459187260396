/** How what this service announces is written for others. */
@NullMarked
package org.ncsoversight.criteria.messages;

import org.jspecify.annotations.NullMarked;
