/** Addresses that are told of a provider's events, and what was told them. */
@NullMarked
package org.ncsoversight.evidence.model.webhook;

import org.jspecify.annotations.NullMarked;
