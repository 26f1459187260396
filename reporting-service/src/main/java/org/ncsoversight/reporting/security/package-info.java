/** Who may see what; the only package that reads tokens. */
@NullMarked
package org.ncsoversight.reporting.security;

import org.jspecify.annotations.NullMarked;
