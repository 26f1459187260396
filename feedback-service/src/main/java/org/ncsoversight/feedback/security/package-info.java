/** Who is calling and what they may see and do: the only package that reads tokens. */
@NullMarked
package org.ncsoversight.feedback.security;

import org.jspecify.annotations.NullMarked;
