/** Who is calling and what they may see and do: the only package that reads tokens. */
@NullMarked
package org.ncsoversight.outcomes.security;

import org.jspecify.annotations.NullMarked;
