/** Keeps what somebody typed while their session ended, until they have signed in again. */
@NullMarked
package org.ncsoversight.gateway.keeping;

import org.jspecify.annotations.NullMarked;
