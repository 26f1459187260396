/** What a pack of evidence looks like: its files, its manifest and its limits. */
@NullMarked
package org.ncsoversight.evidence.exchange.pack;

import org.jspecify.annotations.NullMarked;
