/** Who is calling, what they may do and whose evidence they may see; the only package that reads tokens. */
@NullMarked
package org.ncsoversight.evidence.security;

import org.jspecify.annotations.NullMarked;
