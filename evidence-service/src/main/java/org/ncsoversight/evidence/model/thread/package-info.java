/** Golden threads: paths through the criteria that a provider names and hangs evidence on; knows only the JDK. */
@NullMarked
package org.ncsoversight.evidence.model.thread;

import org.jspecify.annotations.NullMarked;
