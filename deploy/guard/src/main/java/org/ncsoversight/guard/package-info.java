/** Runs inside Keycloak: slows down whoever guesses passwords, and nobody else. */
@NullMarked
package org.ncsoversight.guard;

import org.jspecify.annotations.NullMarked;
