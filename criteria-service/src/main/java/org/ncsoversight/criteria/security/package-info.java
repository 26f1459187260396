/** Who is calling and what they may do; the only package that reads tokens. */
@NullMarked
package org.ncsoversight.criteria.security;

import org.jspecify.annotations.NullMarked;
