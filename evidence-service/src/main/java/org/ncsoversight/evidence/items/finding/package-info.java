/** Finding evidence: lists, filters, filters people keep, and lists that leave as files. */
@NullMarked
package org.ncsoversight.evidence.items.finding;

import org.jspecify.annotations.NullMarked;
