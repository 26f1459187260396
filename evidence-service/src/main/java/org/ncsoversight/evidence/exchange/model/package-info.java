/** What is exchanged with other systems: import runs and reports, webhooks and their deliveries; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.exchange.model;

import org.jspecify.annotations.NullMarked;
