/** Invented organisations and two believable years of their work, loaded through the public APIs and importers only. */
@NullMarked
package org.ncsoversight.deploy.demo;

import org.jspecify.annotations.NullMarked;
