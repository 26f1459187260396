/** What an integration test runs against: embedded servers, or real images in containers with {@code -Pcontainers}. */
@NullMarked
package org.ncsoversight.backing;

import org.jspecify.annotations.NullMarked;
