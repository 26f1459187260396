/** The servers the platform consists of: how each is started, with which settings, and when it is ready. */
@NullMarked
package org.ncsoversight.deploy.server;

import org.jspecify.annotations.NullMarked;
