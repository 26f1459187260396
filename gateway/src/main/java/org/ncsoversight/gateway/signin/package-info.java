/** Who is there: sign-in and sign-out with the identity provider, and the tokens behind a session. */
@NullMarked
package org.ncsoversight.gateway.signin;

import org.jspecify.annotations.NullMarked;
