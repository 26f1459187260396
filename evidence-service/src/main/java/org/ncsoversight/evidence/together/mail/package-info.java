/** Letters, and the ways they leave. */
@NullMarked
package org.ncsoversight.evidence.together.mail;

import org.jspecify.annotations.NullMarked;
