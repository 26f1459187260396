/** The tokens behind a session: kept, renewed in time, handed to whoever calls a part. */
@NullMarked
package org.ncsoversight.gateway.tokens;

import org.jspecify.annotations.NullMarked;
