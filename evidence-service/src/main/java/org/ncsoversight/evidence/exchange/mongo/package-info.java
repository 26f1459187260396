/** Import runs, imported items, packs and webhooks in MongoDB. */
@NullMarked
package org.ncsoversight.evidence.exchange.mongo;

import org.jspecify.annotations.NullMarked;
