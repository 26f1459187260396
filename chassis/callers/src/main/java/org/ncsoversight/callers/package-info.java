/** Who calls: whether a token is genuine, also while the issuer is unavailable. */
@NullMarked
package org.ncsoversight.callers;

import org.jspecify.annotations.NullMarked;
